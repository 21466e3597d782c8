// SPDX-License-Identifier: Apache-2.0

import StridedLayouts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Writes a file so that there is always either the old one or all of the new one.
enum FileReplacement {
  /// Calls `body` with a new file beside `path`, and renames it to `path` if all went well.
  ///
  /// The new file has the permissions of the old one; a symbolic link is followed. The bytes are
  /// handed to the system, which may keep them in memory for a while.
  static func write(
    to path: String, _ body: (borrowing OpenFile) throws(ArrayError) -> Void
  ) throws(ArrayError) {
    try OpenFile.check(path)
    let (target, mode) = try target(of: path)
    let temporary = try fill(beside: target, mode: mode, body)
    guard rename(temporary, target) == 0 else {
      let error = OpenFile.systemError("replace", path)
      unlink(temporary)
      throw error
    }
  }

  /// Where to write, with links resolved, and the permissions of the file there, if there is one.
  private static func target(of path: String) throws(ArrayError) -> (String, mode_t?) {
    var info = stat()
    guard lstat(path, &info) == 0 else {
      if errno == ENOENT { return (path, nil) }
      throw OpenFile.systemError("write", path)
    }
    guard let resolved = realpath(path, nil) else { throw OpenFile.systemError("write", path) }
    defer { free(resolved) }
    let target = String(cString: resolved)
    guard stat(target, &info) == 0 else { throw OpenFile.systemError("write", path) }
    guard info.st_mode & S_IFMT == S_IFREG else {
      throw ArrayError(.system, "can't write \(path): it is not a regular file")
    }
    // Renaming needs no permission of the file that goes; a read-only file is to stay all the same.
    guard access(target, W_OK) == 0 else { throw OpenFile.systemError("write", path) }
    return (target, info.st_mode & 0o777)
  }

  /// Fills a new file in the directory of `target`, and returns its path.
  private static func fill(
    beside target: String, mode: mode_t?, _ body: (borrowing OpenFile) throws(ArrayError) -> Void
  ) throws(ArrayError) -> String {
    let directory = target.lastIndex(of: "/").map { target[...$0] } ?? ""
    for _ in 0..<16 {
      let name = String(UInt64.random(in: 0...UInt64.max), radix: 36)
      let path = directory + ".strided-" + name + ".tmp"
      guard let file = try OpenFile.creating(path, mode: 0o666) else { continue }
      do throws(ArrayError) {
        if let mode, fchmod(file.descriptor, mode) != 0 {
          throw OpenFile.systemError("set the permissions of", path)
        }
        try body(file)
      } catch {
        unlink(path)
        throw error
      }
      return path
    }
    throw ArrayError(.system, "can't find a free name for a temporary file beside \(target)")
  }
}
