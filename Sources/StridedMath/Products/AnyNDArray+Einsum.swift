// SPDX-License-Identifier: Apache-2.0

public import StridedArrays
public import StridedLayouts
import StridedLoops
import StridedMemory

extension AnyNDArray {
  /// Sums of products of the operands over the axes whose letters the result lacks.
  ///
  /// `"ij,jk->ik"` is a matrix product, `"ii->i"` a diagonal, `"...i->..."` a sum of the last axis.
  /// Without an arrow the result has the letters that occur once, in alphabetical order. Operands
  /// are multiplied two at a time, first those whose product is the smallest.
  ///
  /// - Throws: `ArrayError` of kind `value` if the notation or the shapes don't fit, of kind `type`.
  ///
  /// NumPy: `numpy.einsum`. Returns a view of a single operand of which nothing is summed; else
  /// copies.
  @discardableResult public static func einsum(
    _ notation: String, _ operands: [AnyNDArray], into target: AnyNDArray? = nil
  ) throws(ArrayError) -> AnyNDArray {
    let parsed = try EinsumNotation(notation, ranks: operands.map { $0.rank })
    guard !operands.isEmpty else { throw ArrayError(.value, "einsum needs an operand") }
    return try LedgerReport.naming("einsum") { () throws(ArrayError) in
      var common = operands[0].dtype
      for operand in operands { common = try DType.promoted(common, operand.dtype) }
      var rest: [Labelled] = []
      for (operand, labels) in zip(operands, parsed.inputs) {
        let array =
          operands.count == 1 ? operand : try operand.cast(to: common, copying: .ifNeeded)
        rest.append(try Labelled(array: array, labels: labels).withoutRepeats())
      }
      try checkLengths(rest)
      while rest.count > 1 {
        let (i, j) = smallestProduct(rest, parsed.output)
        let (left, right) = (rest[i], rest.remove(at: j))
        rest[i] = try left.contracted(with: right) { letter in
          isNeeded(letter, parsed.output, rest, i)
        }
      }
      let result = try rest[0].summed { parsed.output.contains($0) }
      return try result.arranged(parsed.output).delivered(into: target)
    }
  }

  /// Whether the result or an operand other than `i` has an axis of that letter.
  private static func isNeeded(
    _ letter: Int, _ output: [Int], _ operands: [Labelled], _ i: Int
  ) -> Bool {
    output.contains(letter)
      || operands.indices.contains(where: { $0 != i && operands[$0].labels.contains(letter) })
  }

  /// The two operands whose product has the fewest elements: the first such pair.
  private static func smallestProduct(_ operands: [Labelled], _ output: [Int]) -> (Int, Int) {
    var best = (0, 1)
    var least = Double.infinity
    for i in operands.indices {
      for j in operands.indices where j > i {
        var size = 1.0
        for letter in Set(operands[i].labels + operands[j].labels)
        where output.contains(letter)
          || operands.indices.contains(where: {
            $0 != i && $0 != j && operands[$0].labels.contains(letter)
          })
        {
          size *= Double(Swift.max(operands[i].length(letter), operands[j].length(letter)))
        }
        if size < least { (best, least) = ((i, j), size) }
      }
    }
    return best
  }

  /// Axes of one letter have one length, or 1.
  private static func checkLengths(_ operands: [Labelled]) throws(ArrayError) {
    for operand in operands {
      for letter in operand.labels {
        let length = operand.length(letter)
        for other in operands {
          let theirs = other.length(letter)
          guard length == theirs || length == 1 || theirs == 1 else {
            throw ArrayError(
              .value,
              "axes of one letter have lengths \(length) and \(theirs); they must be equal "
                + "or 1")
          }
        }
      }
    }
  }
}
