// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts
internal import StridedMemory

/// One write, and which elements of which arrays it reached.
struct ExplainedWrite {
  private let array: ArrayObject
  private let region: AnyNDArray
  /// The bytes that were written; nil if indices picked them, or there are too many to list.
  private let written: ByteSet?
  /// The bytes that are not what they were; nil if that is not known.
  private let changed: ByteSet?
  /// The arrays through which the one written to came to be in its statement, the nearest first.
  private let chain: [ObjectIdentifier]

  init(
    _ array: ArrayObject, _ region: AnyNDArray, picked: Bool, changed: ByteSet?,
    through chain: [ObjectIdentifier]
  ) {
    self.array = array
    self.region = region
    written =
      picked ? nil : ElementFinder(region.layout, itemSize: region.itemSize).bytes()
    self.changed = changed
    self.chain = chain
  }

  func act(_ named: NamedArrays, by operation: String) -> MemoryAct {
    // The write is told of the first array on the way that has a name.
    var shown = array
    for id in [ObjectIdentifier(array)] + chain {
      guard let entry = named.entry(of: id) else { continue }
      shown = entry.object
      break
    }
    let name = named.name(of: shown)
    var act = MemoryAct(.write, by: operation, name: name, byteCount: region.byteCount)
    act.form = MemoryAct.Form(array.array)
    act.showsChangesOnly = written == nil
    let set = (written ?? changed).flatMap { elements(of: shown, on: $0) }
    if written == nil, let set { act.byteCount = set.size * shown.array.itemSize }
    act.written = MemoryAct.Elements(
      name: name ?? MemoryAct.nameless, set: set, aliases: aliases(of: shown, named, but: name))
    act.changedCount = changed.flatMap { elements(of: array, on: $0)?.size }
    if shown.base != nil {
      act.isThroughView = true
      act.source = named.name(of: shown.owner)
    }
    act.changes = changes(named, besides: shown)
    return act
  }

  private func aliases(
    of object: ArrayObject, _ named: NamedArrays, but name: String?
  ) -> [String] {
    named.names(of: object).filter { $0 != name }
  }

  private func elements(of object: ArrayObject, on bytes: ByteSet) -> ElementSet? {
    ElementFinder(object.array.layout, itemSize: object.array.itemSize).elements(on: bytes)
  }

  /// The elements of other variables that the write reached.
  private func changes(
    _ named: NamedArrays, besides shown: ArrayObject
  ) -> [MemoryAct.Elements] {
    var (list, seen) = ([MemoryAct.Elements](), [ObjectIdentifier(shown)])
    for entry in named.list where !seen.contains(ObjectIdentifier(entry.object)) {
      let other = entry.object.array
      guard other.storage.isSame(as: region.storage) else { continue }
      seen.append(ObjectIdentifier(entry.object))
      var found = MemoryAct.Elements(
        name: entry.name, set: nil, aliases: aliases(of: entry.object, named, but: entry.name))
      if let bytes = changed ?? written {
        found.set = elements(of: entry.object, on: bytes)
        if let set = found.set, set.isEmpty { continue }
      } else if !other.sharesMemory(with: region) {
        continue
      }
      list.append(found)
    }
    return list
  }
}
