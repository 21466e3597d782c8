// SPDX-License-Identifier: Apache-2.0

#if !$Embedded
  public import StridedLayouts

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Darwin)
    import Darwin
  #elseif canImport(Musl)
    import Musl
  #endif

  /// Who may write to a mapped file, and who sees it.
  ///
  /// NumPy: the `mode=` argument of `numpy.memmap`.
  public enum MappingMode: String, Hashable, Sendable, CaseIterable {
    /// Nobody writes; changes that others make to the file show. NumPy: `'r'`.
    case readOnly = "r"
    /// Writes go to the file, and everyone who maps it sees them. NumPy: `'r+'`.
    case readWrite = "r+"
    /// Writes stay private to this mapping; the file is not changed. NumPy: `'c'`.
    case copyOnWrite = "c"
  }

  extension Storage {
    /// Maps part of a file into memory, without reading or copying it.
    ///
    /// `offset` needs no alignment. The mapping is undone once, when the storage is released; it
    /// stays valid when the file is renamed or removed. A file that another process cuts short
    /// while it is mapped makes the system stop this process at the next access.
    /// Complexity: O(1); pages are read when they are first touched.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - offset: Where the storage's first byte is in the file.
    ///   - byteCount: How many bytes to map; 0 maps nothing, and is allowed.
    ///   - mode: Who may write, and who sees it.
    ///   - root: The layout of the storage as a whole; without one, a vector.
    ///   - dtype: The type of the elements of `root`.
    /// - Throws: `ArrayError` of kind `system` if the file can't be opened or mapped, or is no
    ///   regular file; of kind `format` if it ends before `offset + byteCount`.
    ///
    /// NumPy: `numpy.memmap`.
    public static func mapped(
      path: String, offset: Int, byteCount: Int, mode: MappingMode, layout root: Layout? = nil,
      dtype: DType = .uint8
    ) throws(ArrayError) -> Storage {
      guard !path.utf8.contains(0) else {
        throw ArrayError(.system, "can't map a file: its path contains a NUL")
      }
      let descriptor = open(path, (mode == .readWrite ? O_RDWR : O_RDONLY) | O_CLOEXEC)
      guard descriptor >= 0 else { throw systemError("open", path) }
      defer { close(descriptor) }
      return try mapped(
        descriptor: descriptor, name: path, offset: offset, byteCount: byteCount, mode: mode,
        layout: root, dtype: dtype)
    }

    /// Maps part of an open file into memory, without reading or copying it.
    ///
    /// The descriptor may be closed afterwards. Complexity, faults and parameters are those of
    /// `mapped(path:offset:byteCount:mode:layout:dtype:)`; `name` stands for the file in messages.
    ///
    /// NumPy: `numpy.memmap`.
    public static func mapped(
      descriptor: Int32, name: String, offset: Int, byteCount: Int, mode: MappingMode,
      layout root: Layout? = nil, dtype: DType = .uint8
    ) throws(ArrayError) -> Storage {
      var file = try extent(of: descriptor, name, offset: offset, byteCount: byteCount)
      file.isPrivate = mode == .copyOnWrite
      // Without a given layout the storage is a vector of whole elements.
      let layout: Layout
      if let root {
        layout = root
      } else {
        layout = try Layout.dense(
          shape: [byteCount / max(dtype.itemSize, 1)], itemSize: dtype.itemSize)
      }
      let isWritable = mode != .readOnly

      // The system maps no empty ranges; a size-0 array still needs an address.
      guard byteCount > 0 else {
        nonisolated(unsafe) let address = UnsafeMutableRawPointer.allocate(
          byteCount: 1, alignment: 64)
        return report(
          Storage(
            borrowing: address, byteCount: 0, isWritable: isWritable, kind: .mapped, file: file,
            layout: layout,
            dtype: dtype, release: { address.deallocate() }))
      }

      // A mapping starts at a page: map from the page below, and start the storage inside it.
      let pageSize = max(Int(sysconf(Int32(_SC_PAGESIZE))), 1)
      let lead = offset % pageSize
      let length = byteCount + lead  // at most the file's size, so it can't overflow
      let protection = isWritable ? PROT_READ | PROT_WRITE : PROT_READ
      let flags = mode == .copyOnWrite ? MAP_PRIVATE : MAP_SHARED
      let mapping = mmap(nil, length, protection, flags, descriptor, off_t(offset - lead))
      guard let mapping, Int(bitPattern: mapping) != -1 else { throw systemError("map", name) }
      nonisolated(unsafe) let start = mapping
      return report(
        Storage(
          borrowing: start + lead, byteCount: byteCount, isWritable: isWritable, kind: .mapped,
          file: file, layout: layout, dtype: dtype, release: { munmap(start, length) }))
    }

    private static func report(_ storage: Storage) -> Storage {
      LedgerReport.receipt(storage.receipt)
      return storage
    }

    /// The part of an open file that is to be mapped, which must be a regular one that has it.
    private static func extent(
      of descriptor: Int32, _ name: String, offset: Int, byteCount: Int
    ) throws(ArrayError) -> FileExtent {
      var info = stat()
      guard fstat(descriptor, &info) == 0 else { throw systemError("examine", name) }
      guard info.st_mode & S_IFMT == S_IFREG else {
        throw ArrayError(.system, "can't map \(name): it is not a regular file")
      }
      let (end, overflow) = offset.addingReportingOverflow(byteCount)
      guard offset >= 0, byteCount >= 0, !overflow, off_t(end) <= info.st_size else {
        throw ArrayError(
          .format,
          "can't map \(byteCount) bytes from byte \(offset) of \(name), which has "
            + "\(info.st_size) bytes; the file may be cut short", index: end,
          bound: Int(clamping: info.st_size))
      }
      return FileExtent(
        device: UInt64(truncatingIfNeeded: info.st_dev),
        number: UInt64(truncatingIfNeeded: info.st_ino), offset: offset, isPrivate: false)
    }

    private static func systemError(_ action: String, _ name: String) -> ArrayError {
      let code = errno
      return ArrayError(.system, "can't \(action) \(name): \(String(cString: strerror(code)))")
    }
  }
#endif
