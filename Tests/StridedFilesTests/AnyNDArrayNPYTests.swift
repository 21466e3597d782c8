// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedFiles
import StridedLayouts
import StridedMemory
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// An array of bytes 0, 1, 2 … of the storage, with the given layout.
private func array(
  _ dtype: DType, shape: [Int], strides: [Int], offset: Int = 0, byteCount: Int
) throws -> AnyNDArray {
  let layout = try Layout(shape: shape, strides: strides, offset: offset)
  let storage = try Storage.allocate(
    byteCount: byteCount, zeroed: true, layout: layout, dtype: dtype)
  for i in 0..<byteCount {
    (storage.address + i).storeBytes(of: UInt8(truncatingIfNeeded: i), as: UInt8.self)
  }
  return try AnyNDArray(storage: storage, layout: layout, dtype: dtype, isRoot: true)
}

/// The bytes of the elements, gathered one by one in row-major order.
private func elements(_ array: AnyNDArray) -> [UInt8] {
  var result: [UInt8] = []
  func visit(_ axis: Int, _ offset: Int) {
    guard axis < array.layout.rank else {
      let source = array.storage.address + offset
      result += UnsafeRawBufferPointer(start: source, count: array.dtype.itemSize)
      return
    }
    for i in 0..<array.layout.axes[axis].length {
      visit(axis + 1, offset + i * array.layout.axes[axis].stride)
    }
  }
  visit(0, array.layout.offset)
  return result
}

/// Makes the system refuse to write more than `count` bytes to a file, in this whole process.
private func limitFileSize(to count: Int) throws {
  #if canImport(Glibc)
    let resource = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
  #else
    let resource = RLIMIT_FSIZE
  #endif
  var limit = rlimit()
  #expect(getrlimit(resource, &limit) == 0)
  limit.rlim_cur = rlim_t(count)
  signal(SIGXFSZ, SIG_IGN)
  #expect(setrlimit(resource, &limit) == 0)
}

struct AnyNDArrayNPYTests {
  @Test(arguments: DType.numbers + DType.numbers.map(\.swapped))
  func roundTrip(dtype: DType) throws {
    let size = dtype.itemSize
    let arrays = [
      try array(dtype, shape: [], strides: [], byteCount: size),
      try array(dtype, shape: [0, 3], strides: [3 * size, size], byteCount: 0),
      try array(dtype, shape: [2, 3], strides: [3 * size, size], byteCount: 6 * size),
      try array(dtype, shape: [2, 3], strides: [size, 2 * size], byteCount: 6 * size),
      try array(
        dtype, shape: [3, 2], strides: [-2 * size, 0], offset: 4 * size, byteCount: 5 * size),
      try array(
        dtype, shape: [2, 1, 2, 2], strides: [8 * size, 77, 3 * size, size], offset: 1,
        byteCount: 13 * size + 1),
    ]
    let directory = TemporaryDirectory()
    let path = directory.file("a.npy")
    for array in arrays {
      try array.write(to: path)
      #expect(directory.names == ["a.npy"])
      #expect(directory.read("a.npy") == array.npyBytes())
      for copy in [
        try AnyNDArray(contentsOf: path), try AnyNDArray(mapping: path),
        try AnyNDArray(npy: array.npyBytes()),
      ] {
        #expect(copy.dtype == dtype)
        #expect(copy.layout.shape == array.layout.shape)
        #expect(elements(copy) == elements(array))
      }
    }
    let columns = try AnyNDArray(npy: arrays[3].npyBytes())
    #expect(columns.layout.strides == [size, 2 * size])
  }

  @Test func largeStridedArraysAreWrittenByBlocks() throws {
    // Every other element of rows, and rows that are longer than a block.
    let sparse = try array(
      .int16, shape: [3, 200_001], strides: [800_004, 4], byteCount: 2_400_012)
    #expect(Array(sparse.npyBytes().suffix(1_200_006)) == elements(sparse))
    let rows = try array(
      .uint8, shape: [3, 300_000], strides: [-300_100, 1], offset: 600_200,
      byteCount: 900_200)
    #expect(Array(rows.npyBytes().suffix(900_000)) == elements(rows))
    let mixed = try array(.int32, shape: [50, 1000, 3], strides: [12, 600, 4], byteCount: 600_000)
    #expect(Array(mixed.npyBytes().suffix(600_000)) == elements(mixed))
  }

  @Test func mappingModes() throws {
    let directory = TemporaryDirectory()
    let source = try array(.int32, shape: [4], strides: [4], byteCount: 16)
    let path = directory.file("a.npy")
    try source.write(to: path)
    let before = directory.read("a.npy")

    let readOnly = try AnyNDArray(mapping: path)
    #expect(!readOnly.storage.isWritable)
    #expect(!readOnly.rights.contains(.writable))

    let copyOnWrite = try AnyNDArray(mapping: path, mode: .copyOnWrite)
    copyOnWrite.storage.address.storeBytes(of: 99, as: UInt8.self)
    #expect(elements(copyOnWrite).first == 99)
    #expect(directory.read("a.npy") == before)

    let readWrite = try AnyNDArray(mapping: path, mode: .readWrite)
    (readWrite.storage.address + 5).storeBytes(of: 77, as: UInt8.self)
    #expect(directory.read("a.npy")[before.count - 16 + 5] == 77)
    #expect(elements(readOnly)[5] == 77)
    #expect(elements(try AnyNDArray(contentsOf: path))[5] == 77)
  }

  @Test func writingKeepsMappingsOfTheOldFile() throws {
    let directory = TemporaryDirectory()
    let path = directory.file("a.npy")
    let old = try array(.uint8, shape: [4], strides: [1], byteCount: 4)
    try old.write(to: path)
    let mapping = try AnyNDArray(mapping: path)
    try array(.uint8, shape: [2], strides: [1], offset: 2, byteCount: 4).write(to: path)
    #expect(elements(mapping) == [0, 1, 2, 3])
    #expect(elements(try AnyNDArray(contentsOf: path)) == [2, 3])
  }

  @Test func truncatedFilesAreRefused() throws {
    let directory = TemporaryDirectory()
    let bytes = try array(.float64, shape: [2, 3], strides: [24, 8], byteCount: 48).npyBytes()
    for count in [0, 5, 9, 11, 40, 127, 128, 129, 175] {
      let path = directory.write(Array(bytes.prefix(count)), to: "t.npy")
      for error in [
        #expect(throws: ArrayError.self) { try AnyNDArray(contentsOf: path) },
        #expect(throws: ArrayError.self) { try AnyNDArray(mapping: path) },
      ] {
        #expect(error?.kind == .format)
        #expect(error?.message.contains(path) == true)
      }
      #expect(throws: ArrayError.self) { try AnyNDArray(npy: Array(bytes.prefix(count))) }
    }
    let path = directory.write(bytes + [1, 2, 3], to: "t.npy")
    #expect(try AnyNDArray(mapping: path).layout.shape == [2, 3])
  }

  @Test func unalignedDataCanBeMapped() throws {
    let directory = TemporaryDirectory()
    let text = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3)}"
    var bytes = npyFile(text)
    bytes[bytes.count - 1] = 7
    let mapping = try AnyNDArray(mapping: directory.write(bytes, to: "u.npy"))
    #expect(elements(mapping) == [UInt8](repeating: 0, count: 23) + [7])
  }

  @Test func filesThatAreNone() {
    let directory = TemporaryDirectory()
    let pipe = directory.file("pipe")
    mkfifo(pipe, 0o600)
    for path in [directory.file("absent"), directory.path, "/dev/null", "a\u{0}b", "", pipe] {
      let error = #expect(throws: ArrayError.self) { try AnyNDArray(contentsOf: path) }
      #expect(error?.kind == .system)
      #expect(throws: ArrayError.self) { try AnyNDArray(mapping: path, mode: .readWrite) }
    }
  }

  @Test func failedWritesLeaveTheOldFile() async {
    // A limit of the file size makes the system refuse the write half way. It holds for the whole
    // process, so the test has one of its own.
    await #expect(processExitsWith: .success) {
      let directory = TemporaryDirectory()
      let small = try array(.uint8, shape: [4], strides: [1], byteCount: 4)
      try small.write(to: directory.file("a.npy"))
      let before = directory.read("a.npy")
      try limitFileSize(to: 4 << 20)
      let large = try array(.uint8, shape: [8 << 20], strides: [0], byteCount: 1)
      let error = #expect(throws: ArrayError.self) {
        try large.write(to: directory.file("a.npy"))
      }
      #expect(error?.kind == .system)
      #expect(directory.names == ["a.npy"])
      #expect(directory.read("a.npy") == before)
    }
  }

  @Test func placesThatCannotBeWritten() throws {
    let directory = TemporaryDirectory()
    let small = try array(.uint8, shape: [4], strides: [1], byteCount: 4)
    for path in [directory.path, "/dev/null", directory.file("absent/a.npy"), "a\u{0}b", ""] {
      let error = #expect(throws: ArrayError.self, "\(path)") { try small.write(to: path) }
      #expect(error?.kind == .system)
    }
    #expect(directory.names.isEmpty)
  }

  @Test func writingFollowsLinksAndKeepsPermissions() throws {
    let directory = TemporaryDirectory()
    let path = directory.write([1], to: "a.npy")
    chmod(path, 0o640)
    symlink(path, directory.file("link.npy"))
    try array(.uint8, shape: [4], strides: [1], byteCount: 4).write(to: directory.file("link.npy"))
    #expect(elements(try AnyNDArray(contentsOf: path)) == [0, 1, 2, 3])
    var info = stat()
    #expect(lstat(directory.file("link.npy"), &info) == 0 && info.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(path, &info) == 0 && info.st_mode & 0o777 == 0o640)
  }
}
