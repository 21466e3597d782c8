// SPDX-License-Identifier: Apache-2.0

// Plain functions over the layout algebra, for a host that passes integers only.

@_cdecl("denseStride")
public func denseStride(_ rows: Int32, _ columns: Int32, _ itemSize: Int32, _ axis: Int32) -> Int32
{
  guard
    let layout = try? Layout.dense(shape: [Int(rows), Int(columns)], itemSize: Int(itemSize))
  else { return -1 }
  return Int32(layout.strides[Int(axis)])
}

@_cdecl("transposedStride")
public func transposedStride(_ rows: Int32, _ columns: Int32, _ axis: Int32) -> Int32 {
  guard let layout = try? Layout.dense(shape: [Int(rows), Int(columns)], itemSize: 8) else {
    return -1
  }
  return Int32(layout.transposed().strides[Int(axis)])
}

@_cdecl("everySecondLength")
public func everySecondLength(_ length: Int32) -> Int32 {
  guard let layout = try? Layout.dense(shape: [Int(length)], itemSize: 8),
    let view = try? layout.indexed(by: .every(2))
  else { return -1 }
  return Int32(view.shape[0])
}
