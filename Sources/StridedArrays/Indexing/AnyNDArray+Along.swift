// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import StridedMemory

extension AnyNDArray {
  /// What positions that differ from line to line pick along an axis.
  func pickedAlong(
    _ positions: AnyNDArray, axis chosen: Int?
  ) throws(ArrayError) -> Picked {
    guard let chosen else {
      guard positions.rank == 1 else {
        throw ArrayError(
          .value, "without an axis the positions must be 1-d; their shape is \(positions.shape)",
          operand: "positions", shapes: [positions.shape])
      }
      return try pickedFlat(positions, mode: .raise)
    }
    let axis = try layout.normalizedAxis(chosen)
    guard positions.rank == rank else {
      throw ArrayError(
        .value,
        "positions of shape \(positions.shape) must have as many axes as the array of shape "
          + "\(shape)",
        operand: "positions", shapes: [positions.shape, shape])
    }
    var lists = [try OffsetList(positions, along: layout.axes[axis], number: axis)]
    for other in 0..<rank where other != axis {
      var column = Array(repeating: 1, count: rank)
      column[other] = layout.axes[other].length
      lists.append(
        try OffsetList(
          AnyNDArray.counting(layout.axes[other].length).reshaped(column),
          along: layout.axes[other], number: other))
    }
    return Picked(list: try OffsetList.sum(lists), offset: layout.offset)
  }
}
