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

/// Two mappings of one file share its bytes at different addresses.
@Suite struct MappingOverlapTests {
  private func twoMappings(
    _ modes: (MappingMode, MappingMode), _ body: (NDArray<Int>, NDArray<Int>) throws -> Void
  ) throws {
    let directory = TemporaryDirectory()
    let (path, other) = (directory.file("numbers.npy"), directory.file("other.npy"))
    try NDArray(0..<6).write(to: path)
    // The file's identity counts, not its name.
    try #require(link(path, other) == 0)
    try body(NDArray(mapping: path, mode: modes.0), NDArray(mapping: other, mode: modes.1))
    withExtendedLifetime(directory) {}
  }

  @Test func theySeeEachOther() throws {
    try twoMappings((.readWrite, .readOnly)) { a, b in
      #expect(a.address != b.address)
      #expect(a.sharesMemory(with: b) && b.sharesMemory(with: a))
      #expect(a.mayShareMemory(with: b))
      #expect(!a[..<3].sharesMemory(with: b[3...]))
      #expect(!a[.every(2)].sharesMemory(with: b[.slice(1, nil, 2)]))
      #expect(a.overlap(with: b[5...])?.index == [5])
      #expect(!a.isView(of: b))
      a[0] = 9
      #expect(b[0] == 9)
    }
  }

  @Test func whatTheyShareIsReadBeforeItIsWritten() throws {
    try twoMappings((.readWrite, .readOnly)) { a, b in
      let reason = try a[1...].copyReason(assigning: b[..<5])
      #expect(reason == .overlap)
      #expect(throws: ArrayError.self) { try a[1...].assign(from: b[..<5], copying: .never) }
      let ledger = withLedger { a[1...] = b[..<5] }.ledger
      #expect(ledger.copies.map(\.reason) == [.overlap])
      #expect(Array(a) == [0, 0, 1, 2, 3, 4])
    }
    try twoMappings((.readWrite, .readWrite)) { a, b in
      a[1...] += b[..<5]
      #expect(Array(a) == [0, 1, 3, 5, 7, 9])
      b[at: [5, 0]] = a[.every(5)]
      #expect(Array(a) == [9, 1, 3, 5, 7, 0])
    }
  }

  @Test func privateOnesAreApart() throws {
    try twoMappings((.copyOnWrite, .copyOnWrite)) { a, b in
      #expect(!a.sharesMemory(with: b))
      a[0] = 9
      #expect(b[0] == 0)
    }
    try twoMappings((.copyOnWrite, .readWrite)) { a, b in
      #expect(a.sharesMemory(with: b))
    }
  }

  @Test func filesAreCopiedOrShared() throws {
    let directory = TemporaryDirectory()
    let path = directory.file("numbers.npy")
    try NDArray(0..<6).write(to: path)
    let receipts = try withLedger { () throws(ArrayError) in
      let read = try NDArray<Int>(contentsOf: path)
      _ = try NDArray<Int>(npy: read.npyBytes())
      _ = try NDArray<Int>(mapping: path)
    }.ledger.receipts.map(\.description)
    #expect(
      receipts == [
        "adopted 48 B by init(contentsOf:): copied, writable, freed by the library",
        "handed over 48 B by npyBytes: copied, writable, freed by the receiver",
        "adopted 48 B by init(npy:): copied, writable, freed by the library",
        "adopted 48 B by mapping: shared, read-only, freed by the system",
      ])
  }

  @Test func receiptsAndFiles() throws {
    try twoMappings((.readOnly, .readWrite)) { a, b in
      #expect(a.receipt.isShared && a.receipt.freedBy == .system)
      #expect(!a.receipt.isWritable && b.receipt.isWritable)
      #expect(a.storage.file?.number == b.storage.file?.number)
      #expect(a.storage.file?.offset == 128)
    }
  }
}
