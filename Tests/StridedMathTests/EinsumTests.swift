// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMath
import StridedMemory
import Testing

@Suite struct EinsumTests {
  private func numbers(_ shape: [Int], _ seed: UInt64) throws -> AnyNDArray {
    let count = shape.reduce(1, *)
    return try NDArray(RecordedCase.bits(seed, count).map { Int($0 % 7) - 3 }).erased
      .reshaped(shape)
  }

  /// The sum over all indices, element by element.
  private func oracle(
    _ inputs: [String], _ output: String, _ operands: [AnyNDArray]
  ) throws -> [Int] {
    var lengths: [Character: Int] = [:]
    for (labels, operand) in zip(inputs, operands) {
      for (letter, length) in zip(labels, operand.shape) {
        lengths[letter] = Swift.max(lengths[letter] ?? 1, length)
      }
    }
    let letters = Array(output) + lengths.keys.filter { !output.contains($0) }.sorted()
    let shape = letters.map { lengths[$0] ?? 1 }
    var sums = [Int](repeating: 0, count: output.reduce(1) { $0 * (lengths[$1] ?? 1) })
    let inner = shape.dropFirst(output.count).reduce(1, *)
    let arrays = try operands.map { try NDArray<Int>($0) }
    for flat in 0..<shape.reduce(1, *) {
      var rest = flat
      var index: [Character: Int] = [:]
      for (letter, length) in zip(letters, shape).reversed() {
        index[letter] = rest % length
        rest /= length
      }
      var product = 1
      for (labels, array) in zip(inputs, arrays) {
        let place = zip(labels, array.shape).map { $1 == 1 ? 0 : index[$0] ?? 0 }
        product *= array[element: place]
      }
      sums[flat / inner] += product
    }
    return sums
  }

  @Test(arguments: [
    ("ij,jk->ik", [[2, 3], [3, 4]]), ("ij,kj->ik", [[2, 3], [4, 3]]), ("i,i->", [[5], [5]]),
    ("ij->ji", [[2, 3]]), ("ij->", [[2, 3]]), ("ii->i", [[3, 3]]), ("ii->", [[3, 3]]),
    ("iij->ji", [[3, 3, 2]]), ("bij,bjk->bik", [[2, 3, 4], [2, 4, 2]]), ("i,j->ij", [[2], [3]]),
    ("ij,ij->ij", [[2, 3], [2, 3]]), ("ij,jk,kl->il", [[2, 3], [3, 2], [2, 4]]),
    ("ijk,k,j->i", [[2, 3, 4], [4], [3]]), ("ij,ij->i", [[1, 3], [2, 3]]),
    ("ab,bc,ca->", [[2, 3], [3, 4], [4, 2]]), ("a,b,c,ab->c", [[2], [3], [4], [2, 3]]),
    ("ij,jk,kl,lm,mi->", [[2, 3], [3, 2], [2, 4], [4, 2], [2, 2]]), ("i,i,i->i", [[4], [1], [4]]),
    ("ij,j->i", [[2, 3], [1]]),
  ])
  func sumsOfProducts(_ notation: String, _ shapes: [[Int]]) throws {
    let operands = try shapes.enumerated().map { try numbers($1, UInt64($0)) }
    let parts = notation.split(separator: ">", omittingEmptySubsequences: false).map(String.init)
    let inputs = parts[0].dropLast().split(separator: ",").map(String.init)
    let got = try AnyNDArray.einsum(notation, operands)
    #expect(Array(try NDArray<Int>(got)) == (try oracle(inputs, parts[1], operands)))
  }

  @Test func ellipsisAndImplicitResults() throws {
    let a = try numbers([2, 3, 4], 1)
    let b = try numbers([4, 5], 2)
    #expect(
      Array(try NDArray<Int>(.einsum("...j,jk->...k", [a, b])))
        == Array(try NDArray<Int>(a.matmul(b))))
    #expect(try AnyNDArray.einsum("ba", [b]).shape == [5, 4])
    #expect(try AnyNDArray.einsum("...i->...", [a]).shape == [2, 3])
  }

  @Test func writesIntoAnOperand() throws {
    let a = NDArray([1, 2, 3, 4]).reshaped(2, 2).erased
    try AnyNDArray.einsum("ij,jk->ik", [a, a], into: a)
    #expect(Array(try NDArray<Int>(a)) == [7, 10, 15, 22])
    let (b, c) = (NDArray([1, 2]), NDArray([3, 4]))
    #expect(Array(NDArray.einsum("i,j->ij", b, c)) == [3, 4, 6, 8])
  }

  @Test func nothingSummedIsAView() throws {
    let a = try numbers([3, 3], 4)
    #expect(try AnyNDArray.einsum("ij->ji", [a]).sharesMemory(with: a))
    #expect(try AnyNDArray.einsum("ii->i", [a]).sharesMemory(with: a))
  }

  @Test(arguments: ["ij,jk", "ijk->i", "i->i", "ij->ik", "ij->ii", "i j 1", "ij,ij->"])
  func refusesWhatDoesNotFit(_ notation: String) throws {
    let a = try numbers([3, 4], 5)
    #expect(throws: ArrayError.self) { try AnyNDArray.einsum(notation, [a]) }
  }
}
