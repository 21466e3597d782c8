// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// A new directory for one test, removed with its files when the test is done.
final class TemporaryDirectory {
  let path: String

  init() {
    path = "/tmp/strided-test-\(UInt64.random(in: 0...UInt64.max))"
    mkdir(path, 0o700)
  }

  deinit {
    for name in names { unlink(file(name)) }
    rmdir(path)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// The names of the files in the directory.
  var names: [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Writes `bytes` to a file and returns its path.
  @discardableResult func write(_ bytes: [UInt8], to name: String) -> String {
    let descriptor = open(file(name), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { close(descriptor) }
    bytes.withUnsafeBytes { _ = Self.send($0, to: descriptor) }
    return file(name)
  }

  /// The bytes of a file.
  func read(_ name: String) -> [UInt8] {
    let descriptor = open(file(name), O_RDONLY)
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: Int(info.st_size))
    let count = bytes.withUnsafeMutableBytes { Self.receive($0, from: descriptor) }
    return Array(bytes.prefix(max(count, 0)))
  }

  // The methods above hide the functions of the system, so they are called from here.
  private static func send(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
    pwrite(descriptor, bytes.baseAddress, bytes.count, 0)
  }

  private static func receive(
    _ bytes: UnsafeMutableRawBufferPointer, from descriptor: Int32
  ) -> Int {
    pread(descriptor, bytes.baseAddress, bytes.count, 0)
  }
}
