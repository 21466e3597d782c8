// SPDX-License-Identifier: Apache-2.0
import CStridedKernels
package import StridedLayouts
import StridedMemory

// All operands are rows of one axis in this machine's order, and the sums are fresh: contiguous, of
// `int64` for counts, else of the weights' type, `float64` or `complex128`.
extension Loops {
  /// Adds 1, or its weight, for each value to the sum of the place between two edges that it is in.
  ///
  /// Values and edges are of one type of integers or floats. Edges ascend; the last place has both
  /// of its. Values outside and NaNs count nowhere. O(values), with edges at different distances
  /// O(values · log edges).
  ///
  /// - Parameter scale: The places a unit; 0 for edges at different distances.
  ///
  /// NumPy: `numpy.histogram`.
  package static func histogram(
    into sums: Operand, _ values: Operand, edges: Operand, scale: Double, weights: Operand?
  ) throws(ArrayError) {
    guard
      values.dtype == edges.dtype, edges.layout.rank == 1, edges.layout.axes[0].length > 1,
      let kernel = strided_bins_kernel(values.dtype.kind.code)
    else { throw ArrayError(.type, "\(values.dtype) doesn't count between \(edges.dtype)") }
    let length = Thresholds.blockBytes / 8
    let scratch = try Scratch(buffersOf: length + 1, itemSize: 8)
    defer { scratch.release() }
    let places = scratch.address.assumingMemoryBound(to: CChar.self)
    let factor = places + 8 * length
    (scratch.address + 8 * length).storeBytes(of: scale, as: Double.self)
    let axis = values.layout.axes[0]
    var from = 0
    while from < axis.length {
      let n = min(length, axis.length - from)
      invoke(
        kernel, 1, n, [places, values.first + from * axis.stride, edges.first, factor],
        [0, 0, edges.layout.axes[0].length, 0], [8, axis.stride, 0, 0])
      let block = Operand(
        base: scratch.address, layout: try .dense(shape: [n], itemSize: 8), dtype: .int64)
      try tally(into: sums, at: block, weights, from: from)
      from += n
    }
  }

  /// Adds 1, or its weight, for each position to the sum there; negative positions count nowhere.
  ///
  /// - Parameter from: The weight of the first position.
  ///
  /// NumPy: `numpy.bincount`.
  package static func tally(
    into sums: Operand, at positions: Operand, _ weights: Operand?, from: Int = 0
  ) throws(ArrayError) {
    guard
      positions.dtype == .int64, sums.dtype == weights?.dtype ?? .int64,
      let kernel = strided_tally_kernel(sums.dtype.kind.code)
    else { throw ArrayError(.type, "\(sums.dtype) can't be summed at \(positions.dtype)") }
    let step = weights?.layout.axes[0].stride ?? 0
    invoke(
      kernel, 1, positions.layout.axes[0].length,
      [sums.first, positions.first, (weights?.first ?? sums.first) + from * step], [0, 0, 0],
      [0, positions.layout.axes[0].stride, step])
  }
}
