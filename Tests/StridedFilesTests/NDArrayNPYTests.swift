// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedFiles
import StridedLayouts
import StridedMemory
import Testing

struct NDArrayNPYTests {
  /// The bytes of a file of three numbers 1, 2, 3 of the given type.
  private func file(_ dtype: DType) -> [UInt8] {
    var bytes = NPYHeader(dtype: dtype, shape: [3]).encoded()
    for value: Double in [1, 2, 3] {
      let pattern = value.bitPattern
      let ordered = dtype.isSwapped ? pattern.byteSwapped : pattern
      withUnsafeBytes(of: ordered) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  private func values(_ array: NDArray<Double>) -> [Double] {
    (0..<3).map { Double.load(from: array.storage.address + array.layout.offset + 8 * $0) }
  }

  @Test func bothByteOrdersAreRead() throws {
    for dtype in [DType.float64, DType.float64.swapped] {
      let directory = TemporaryDirectory()
      let path = directory.write(file(dtype), to: "a.npy")
      let array = try NDArray<Double>(contentsOf: path)
      #expect(values(array) == [1, 2, 3])
      #expect(array.storage.rootDType == .float64)
      #expect(values(try NDArray<Double>(npy: file(dtype))) == [1, 2, 3])
      #expect(array.npyBytes() == file(.float64))
    }
  }

  @Test func otherTypesAreRefused() throws {
    let directory = TemporaryDirectory()
    let path = directory.write(file(.float64), to: "a.npy")
    for error in [
      #expect(throws: ArrayError.self) { try NDArray<Float>(contentsOf: path) },
      #expect(throws: ArrayError.self) { try NDArray<Float>(mapping: path) },
      #expect(throws: ArrayError.self) { try NDArray<Float>(npy: file(.float64)) },
    ] {
      #expect(error?.kind == .type)
      #expect(error?.message.contains("float64") == true)
      #expect(error?.message.contains("float32") == true)
    }
    let swapped = directory.write(file(DType.float64.swapped), to: "b.npy")
    #expect(throws: ArrayError.self) { try NDArray<Double>(mapping: swapped) }
  }

  @Test func mappingIsTheFile() throws {
    let directory = TemporaryDirectory()
    let path = directory.write(file(.float64), to: "a.npy")
    let array = try NDArray<Double>(mapping: path, mode: .readWrite)
    (9.0).store(to: array.storage.address + 8)
    #expect(values(try NDArray<Double>(contentsOf: path)) == [1, 9, 3])
  }
}
