// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedLoops
import StridedMemory

/// An operand of a sum over products, and the letter of each of its axes.
///
/// Axes of the ellipsis have capital numbers: letters below zero, counted from the last.
struct Labelled {
  var array: AnyNDArray
  var labels: [Int]

  /// The operand with axes of one letter made their diagonal. A view.
  func withoutRepeats() throws(ArrayError) -> Labelled {
    var result = self
    var i = 0
    while i < result.labels.count {
      guard let j = result.labels[(i + 1)...].firstIndex(of: result.labels[i]) else {
        i += 1
        continue
      }
      guard result.array.shape[i] == result.array.shape[j] else {
        throw ArrayError(
          .value,
          "axes \(i) and \(j) of one letter have lengths \(result.array.shape[i]) and "
            + "\(result.array.shape[j])", axis: j)
      }
      // The diagonal becomes the last axis.
      let label = result.labels[i]
      result.array = try result.array.diagonal(axes: (i, j))
      result.labels.remove(at: j)
      result.labels.remove(at: i)
      result.labels.append(label)
    }
    return result
  }

  /// The operand without the axes of letters that `isKept` refuses: they are summed.
  func summed(keeping isKept: (Int) -> Bool) throws(ArrayError) -> Labelled {
    let dropped = labels.indices.filter { !isKept(labels[$0]) }
    if dropped.isEmpty { return self }
    return Labelled(
      array: try array.sum(axes: dropped, dtype: array.dtype.native),
      labels: labels.filter(isKept))
  }

  /// The operand with its axes in the order of `letters`; letters it lacks have length 1. A view.
  func arranged(_ letters: [Int]) throws(ArrayError) -> AnyNDArray {
    let order = letters.compactMap { labels.firstIndex(of: $0) }
    let missing = letters.indices.filter { !labels.contains(letters[$0]) }
    return try array.permuted(order).expanded(axes: missing)
  }

  /// The length of a letter's axis; 1 where it has none.
  func length(_ letter: Int) -> Int { labels.firstIndex(of: letter).map { array.shape[$0] } ?? 1 }

  /// The sums of the products with another operand over the letters that nobody needs.
  func contracted(
    with other: Labelled, keeping isKept: (Int) -> Bool
  ) throws(ArrayError) -> Labelled {
    let shared = labels.filter { other.labels.contains($0) }
    let mine = try summed { isKept($0) || shared.contains($0) }
    let theirs = try other.summed { isKept($0) || shared.contains($0) }
    // An axis that is broadcast can't be summed by a matrix product.
    let inner = shared.filter { !isKept($0) && mine.length($0) == theirs.length($0) }
    let batch = shared.filter { !inner.contains($0) }
    let rows = mine.labels.filter { !shared.contains($0) }
    let columns = theirs.labels.filter { !shared.contains($0) }
    if inner.isEmpty {
      let letters = batch + rows + columns
      let product = try AnyNDArray.apply(
        .multiply, mine.arranged(letters), theirs.arranged(letters))
      return try Labelled(array: product, labels: letters).summed(keeping: isKept)
    }
    func lengths(_ letters: [Int], _ operand: Labelled) -> [Int] { letters.map(operand.length) }
    let a = try mine.arranged(batch + rows + inner).reshaped(
      lengths(batch, mine) + [lengths(rows, mine).reduce(1, *), lengths(inner, mine).reduce(1, *)])
    let b = try theirs.arranged(batch + inner + columns).reshaped(
      lengths(batch, theirs)
        + [lengths(inner, theirs).reduce(1, *), lengths(columns, theirs).reduce(1, *)])
    let product = try a.matmul(b)
    let outer = Array(product.shape.dropLast(2))
    let result = Labelled(
      array: try product.reshaped(outer + lengths(rows, mine) + lengths(columns, theirs)),
      labels: batch + rows + columns)
    return try result.summed(keeping: isKept)
  }
}
