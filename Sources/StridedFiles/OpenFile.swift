// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// An open regular file, closed when it goes out of scope.
struct OpenFile: ~Copyable {
  let descriptor: Int32
  let path: String

  // The most that is read or written in one call; Darwin refuses more than `Int32.max`.
  private static var chunkByteCount: Int { 1 << 30 }

  /// Opens a file that exists.
  static func reading(_ path: String, writable: Bool = false) throws(ArrayError) -> OpenFile {
    try check(path)
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    let descriptor = open(path, (writable ? O_RDWR : O_RDONLY) | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw systemError("open", path) }
    let file = OpenFile(descriptor: descriptor, path: path)
    guard try file.status().st_mode & S_IFMT == S_IFREG else {
      throw ArrayError(.system, "can't read \(path): it is not a regular file")
    }
    return file
  }

  /// Creates a file that does not exist; nil if it does.
  static func creating(_ path: String, mode: mode_t) throws(ArrayError) -> OpenFile? {
    try check(path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    if descriptor < 0 && errno == EEXIST { return nil }
    guard descriptor >= 0 else { throw systemError("create", path) }
    return OpenFile(descriptor: descriptor, path: path)
  }

  deinit { _ = close(descriptor) }

  /// The file's size in bytes now.
  func byteCount() throws(ArrayError) -> Int { Int(clamping: try status().st_size) }

  private func status() throws(ArrayError) -> stat {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw OpenFile.systemError("examine", path) }
    return info
  }

  /// Reads from `offset` until `buffer` is full.
  func readFully(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(ArrayError) {
    guard let base = buffer.baseAddress else { return }
    var done = 0
    while done < buffer.count {
      let count = min(buffer.count - done, OpenFile.chunkByteCount)
      let result = pread(descriptor, base + done, count, off_t(offset + done))
      if result < 0 && errno == EINTR { continue }
      guard result >= 0 else { throw OpenFile.systemError("read", path) }
      guard result > 0 else {
        throw ArrayError(
          .format,
          "\(path) ends at byte \(offset + done), but should have \(offset + buffer.count)",
          index: offset + done, bound: offset + buffer.count)
      }
      done += result
    }
  }

  /// Writes all bytes of `buffer` behind what was written before.
  func writeFully(_ buffer: UnsafeRawBufferPointer) throws(ArrayError) {
    guard let base = buffer.baseAddress else { return }
    var done = 0
    while done < buffer.count {
      let result = write(
        descriptor, base + done, min(buffer.count - done, OpenFile.chunkByteCount))
      if result < 0 && errno == EINTR { continue }
      guard result >= 0 else { throw OpenFile.systemError("write", path) }
      done += result
    }
  }

  static func check(_ path: String) throws(ArrayError) {
    guard !path.utf8.contains(0) else {
      throw ArrayError(.system, "can't open a file: its path contains a NUL")
    }
  }

  static func systemError(_ action: String, _ path: String) -> ArrayError {
    let code = errno
    return ArrayError(.system, "can't \(action) \(path): \(String(cString: strerror(code)))")
  }
}
