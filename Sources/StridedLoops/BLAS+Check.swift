// SPDX-License-Identifier: Apache-2.0

#if !$Embedded
  import CStridedKernels
  import StridedLayouts
  import StridedMemory

  extension BLAS {
    /// Whether products of small matrices, of whole numbers, are those that the kernels give.
    func isRight() -> Bool {
      for kind in [DType.Kind.float32, .float64, .complex64, .complex128] {
        for order in 0..<4 {
          guard isRight(kind, leftIsTurned: order % 2 > 0, rightIsTurned: order > 1) else {
            return false
          }
        }
      }
      return true
    }

    private func isRight(_ kind: DType.Kind, leftIsTurned: Bool, rightIsTurned: Bool) -> Bool {
      let (rows, inner, columns, size) = (3, 5, 4, DType.size(of: kind))
      func axes(_ rows: Int, _ columns: Int, _ isTurned: Bool) -> (rows: Axis, columns: Axis) {
        (
          Axis(length: rows, stride: isTurned ? size : columns * size),
          Axis(length: columns, stride: isTurned ? rows * size : size)
        )
      }
      let left = axes(rows, inner, leftIsTurned)
      let right = axes(inner, columns, rightIsTurned)
      var operands = [UInt64](repeating: 0, count: 2 * inner * (rows + columns))
      var results = [UInt64](repeating: 0, count: 4 * rows * columns)
      let room = strided_matrix_room(kind.code, rows, columns, inner)
      var panels = [UInt64](repeating: 0, count: room / 8 + 1)
      guard let kernel = strided_matrix_kernel(kind.code, rows, columns) else { return false }
      return operands.withUnsafeMutableBytes { operands in
        let isSingle = kind == .float32 || kind == .complex64
        for i in 0..<(operands.count / (isSingle ? 4 : 8)) {
          if isSingle {
            operands.storeBytes(of: Float(i * 7 % 11 + 1), toByteOffset: 4 * i, as: Float.self)
          } else {
            operands.storeBytes(of: Double(i * 7 % 11 + 1), toByteOffset: 8 * i, as: Double.self)
          }
        }
        return results.withUnsafeMutableBytes { results in
          panels.withUnsafeMutableBytes { panels in
            guard let a = operands.baseAddress, let mine = results.baseAddress,
              let panels = panels.baseAddress
            else { return false }
            let b = a + rows * inner * size
            let theirs = mine + results.count / 2
            guard
              let first = Matrix(a, rows: left.rows, columns: left.columns, itemSize: size),
              let second = Matrix(b, rows: right.rows, columns: right.columns, itemSize: size),
              multiply(
                kind, into: theirs, distance: columns, rows: rows, columns: columns, inner: inner,
                first, second)
            else { return false }
            let pointers: InlineArray<4, UnsafeMutablePointer<CChar>> = [
              mine.assumingMemoryBound(to: CChar.self), a.assumingMemoryBound(to: CChar.self),
              b.assumingMemoryBound(to: CChar.self), panels.assumingMemoryBound(to: CChar.self),
            ]
            invoke(
              kernel, rows, columns, pointers,
              [columns * size, left.rows.stride, right.rows.stride, inner],
              [size, left.columns.stride, right.columns.stride, 0])
            for i in 0..<(rows * columns * size)
            where mine.load(fromByteOffset: i, as: UInt8.self)
              != theirs.load(fromByteOffset: i, as: UInt8.self)
            {
              return false
            }
            return true
          }
        }
      }
    }
  }
#endif
