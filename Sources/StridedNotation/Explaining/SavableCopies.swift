// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

/// A copy in whose place a view would have done, because nobody wrote to it or to what it is of.
package struct SavableCopy {
  package var source: Source
  package var span: Span
  package var byteCount: Int
  package var times: Int
  /// The cheapest way to do without.
  package var wayOut: String
}

/// Watches copies until it is known whether a view would have done.
struct SavableCopies {
  private struct Watched {
    var copy: SavableCopy
    /// The memory copied from and to.
    var origin: Int
    var target: Int
  }

  /// How many copies are watched at a time.
  private static let most = 4096

  private var watched: [Watched] = []
  private var settled: [SavableCopy] = []
  /// The memory at an address, which is another's after it was freed.
  private var numbers: [UInt: Int] = [:]
  private var last = 0

  /// Notes that memory was made at an address.
  mutating func made(_ key: UInt) {
    last += 1
    if let old = numbers.updateValue(last, forKey: key) {
      // The copy is gone, and nobody wrote to it.
      settle { $0.target == old }
    }
  }

  mutating func watch(_ copy: SavableCopy, from origin: UInt, to target: UInt) {
    if watched.count >= SavableCopies.most { settle { _ in true } }
    watched.append(
      Watched(copy: copy, origin: number(origin), target: number(target)))
  }

  /// Notes that the memory at an address was written to.
  mutating func wrote(_ key: UInt) {
    guard !watched.isEmpty, let number = numbers[key] else { return }
    watched.removeAll { $0.origin == number || $0.target == number }
  }

  /// All that a view would have saved, in the order of the program.
  var result: [SavableCopy] {
    var copies = self
    copies.settle { _ in true }
    return copies.settled.sorted { $0.span.start < $1.span.start }
  }

  private mutating func number(_ key: UInt) -> Int {
    if let number = numbers[key] { return number }
    last += 1
    numbers[key] = last
    return last
  }

  private mutating func settle(_ isOver: (Watched) -> Bool) {
    for item in watched where isOver(item) {
      let copy = item.copy
      let known = settled.firstIndex { $0.span == copy.span && $0.wayOut == copy.wayOut }
      if let known {
        settled[known].byteCount += copy.byteCount
        settled[known].times += copy.times
      } else {
        settled.append(copy)
      }
    }
    watched.removeAll(where: isOver)
  }
}

extension SavableCopy {
  /// The cheapest way to have the elements of `array` without a copy, or nil if no view shows them.
  static func wayOut(
    _ entry: Ledger.Entry, _ operation: String, of array: AnyNDArray, named name: String,
    at terms: [AdvancedIndex]
  ) -> String? {
    switch entry.reason {
    case .explicit:
      switch operation {
      case "copy": return "nobody writes to it or to \(name) afterwards, so \(name) itself would do"
      case "array": return "np.asarray(\(name)) is \(name) itself"
      case "astype": return "astype(…, copy=False) gives \(name) itself"
      case "flatten":
        guard let reason = try? array.copyReason(ravelingIn: .rowMajor) else {
          return "\(name).ravel() is a view"
        }
        return wayOut(reason)
      default: return nil
      }
    case .gather:
      return slices(terms, array.shape).map { "\(name)[\($0)] is a view of the same elements" }
    case .notViewable: return entry.reason.flatMap { wayOut($0) }
    default: return nil
    }
  }

  private static func wayOut(_ reason: CopyReason) -> String? {
    guard case .notViewable(let obstacle) = reason else { return nil }
    if obstacle.reason == .notDense { return "reshape(-1) keeps the gaps, and is a view" }
    return obstacle.wayOut.prefix(1).lowercased() + obstacle.wayOut.dropFirst()
      + ", which is a view"
  }

  /// The subscript of slices that picks what `terms` pick, if their one array steps evenly.
  private static func slices(_ terms: [AdvancedIndex], _ shape: [Int]) -> String? {
    var (parts, arrays, axis) = ([String](), 0, 0)
    for term in terms {
      switch term {
      case .basic(let basic):
        parts.append(basic.numpy)
        switch basic {
        case .newAxis: break
        case .ellipsis: return nil
        default: axis += 1
        }
      case .array(let array):
        arrays += 1
        guard arrays == 1, array.rank == 1, axis < shape.count,
          let places = places(array, length: shape[axis]),
          let part = slice(places, length: shape[axis])
        else { return nil }
        parts.append(part)
        axis += 1
      }
    }
    return arrays == 1 ? parts.joined(separator: ", ") : nil
  }

  private static func places(_ array: AnyNDArray, length: Int) -> [Int]? {
    guard array.count <= 1 << 16 else { return nil }
    var places: [Int] = []
    for i in 0..<array.count {
      guard let value = try? array.view(at: [.index(i)]).item(as: Int.self) else { return nil }
      if array.dtype == .bool {
        if value != 0 { places.append(i) }
      } else {
        places.append(value < 0 ? value + length : value)
      }
    }
    return places
  }

  private static func slice(_ places: [Int], length: Int) -> String? {
    guard let first = places.first, let end = places.last else { return nil }
    let step = places.count > 1 ? places[1] - first : 1
    guard step != 0, zip(places, places.dropFirst()).allSatisfy({ $1 - $0 == step }) else {
      return nil
    }
    let isForward = step > 0
    let start = first == (isForward ? 0 : length - 1) ? "" : "\(first)"
    let next = end + step
    let stop = next >= length || next < 0 ? "" : "\(isForward ? end + 1 : end - 1)"
    return "\(start):\(stop)" + (step == 1 ? "" : ":\(step)")
  }
}
