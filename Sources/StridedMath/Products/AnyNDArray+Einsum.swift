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
  /// are multiplied from the left, two at a time.
  ///
  /// - Throws: `ArrayError` of kind `value` if the notation or the shapes don't fit, of kind `type`.
  ///
  /// NumPy: `numpy.einsum`. Returns a view of a single operand of which nothing is summed; else
  /// copies.
  public static func einsum(
    _ notation: String, _ operands: [AnyNDArray]
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
      var result = rest.removeFirst()
      while !rest.isEmpty {
        let next = rest.removeFirst()
        result = try result.contracted(with: next) { letter in
          parsed.output.contains(letter) || rest.contains { $0.labels.contains(letter) }
        }
      }
      result = try result.summed { parsed.output.contains($0) }
      return try result.arranged(parsed.output)
    }
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
