// SPDX-License-Identifier: Apache-2.0

#if !$Embedded
  import StridedLayouts
  import StridedMemory

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// Matrix products of a library that is looked for when the first large product is asked for.
  ///
  /// The environment variable `STRIDED_BLAS` names the library, or is `none`: then products are
  /// computed here. What it computes is trusted after small products with every kind of number and
  /// every order of the operands were right.
  struct BLAS: Sendable {
    /// A product in the column-major calling convention of Fortran, in which everything is a pointer;
    /// lengths are read as 32 or as 64 bits, little end first. Last come the lengths of the letters.
    typealias Product =
      @convention(c) (
        UnsafeRawPointer, UnsafeRawPointer, UnsafeRawPointer, UnsafeRawPointer, UnsafeRawPointer,
        UnsafeRawPointer, UnsafeRawPointer, UnsafeRawPointer, UnsafeRawPointer, UnsafeRawPointer,
        UnsafeRawPointer, UnsafeMutableRawPointer, UnsafeRawPointer, Int, Int
      ) -> Void

    private let single: Product
    private let double: Product
    private let complexSingle: Product
    private let complexDouble: Product

    /// The library that was found and checked; nil if there is none.
    static let found = find()

    /// Takes the products that `symbol` gives for the names of a library, if they are right.
    init?(suffix: String, symbol: (String) -> Product?) {
      guard
        let s = symbol("sgemm" + suffix), let d = symbol("dgemm" + suffix),
        let c = symbol("cgemm" + suffix), let z = symbol("zgemm" + suffix)
      else { return nil }
      (single, double, complexSingle, complexDouble) = (s, d, c, z)
      guard isRight() else { return nil }
    }

    /// A matrix of elements that follow each other along one axis at least.
    struct Matrix {
      var first: UnsafeRawPointer
      /// The letter that says whether its rows are columns in memory.
      var letter: UInt8
      /// The distance of its rows or columns, in elements.
      var distance: Int

      /// - Returns: nil where no axis is contiguous or the distances are no whole elements.
      init?(_ first: UnsafeRawPointer, rows: Axis, columns: Axis, itemSize: Int) {
        let isRow = columns.stride == itemSize || columns.length == 1
        guard isRow || rows.stride == itemSize || rows.length == 1 else { return nil }
        let (count, stride) =
          isRow ? (columns.length, rows.stride) : (rows.length, columns.stride)
        let isOnly = (isRow ? rows.length : columns.length) == 1
        let distance = isOnly ? count : stride / itemSize
        guard
          isOnly || stride % itemSize == 0, distance >= count, distance <= Int32.max,
          UInt(bitPattern: first) % UInt(itemSize) == 0
        else { return nil }
        self.first = first
        letter = UInt8(ascii: isRow ? "N" : "T")
        self.distance = max(distance, 1)
      }
    }

    /// Writes the product of `a` with `b`, of `inner` elements, to contiguous rows.
    ///
    /// - Returns: Whether there is a product for the kind of the elements.
    func multiply(
      _ kind: DType.Kind, into target: UnsafeMutableRawPointer, distance: Int, rows: Int,
      columns: Int, inner: Int, _ a: Matrix, _ b: Matrix
    ) -> Bool {
      let product: Product
      // One and zero of each kind: the other part of a complex one is zero.
      var factors: (one: (UInt64, UInt64), zero: (UInt64, UInt64)) = ((0, 0), (0, 0))
      switch kind {
      case .float32: (product, factors.one.0) = (single, UInt64(Float(1).bitPattern))
      case .complex64: (product, factors.one.0) = (complexSingle, UInt64(Float(1).bitPattern))
      case .float64: (product, factors.one.0) = (double, Double(1).bitPattern)
      case .complex128: (product, factors.one.0) = (complexDouble, Double(1).bitPattern)
      default: return false
      }
      // Rows are the columns of the transposed product, which is that of b with a.
      withUnsafePointer(to: factors.one) { one in
        withUnsafePointer(to: factors.zero) { zero in
          withUnsafePointer(to: b.letter) { first in
            withUnsafePointer(to: a.letter) { second in
              withUnsafePointer(to: (columns, rows, inner)) { lengths in
                withUnsafePointer(to: (b.distance, a.distance, distance)) { distances in
                  let n = UnsafeRawPointer(lengths), d = UnsafeRawPointer(distances)
                  let word = MemoryLayout<Int>.size
                  product(
                    first, second, n, n + word, n + 2 * word, one, b.first, d, a.first, d + word,
                    zero, target, d + 2 * word, 1, 1)
                }
              }
            }
          }
        }
      }
      return true
    }
  }

  // MARK: Finding one

  extension BLAS {
    /// Libraries of which each is faster than the loops here.
    private static let names: [String] = {
      #if canImport(Darwin)
        ["/System/Library/Frameworks/Accelerate.framework/Accelerate"]
      #else
        ["libopenblas.so.0", "libopenblas.so", "libmkl_rt.so.2", "libmkl_rt.so", "libblis.so.4"]
      #endif
    }()

    private static func find() -> BLAS? {
      let wish = getenv("STRIDED_BLAS").map { String(cString: $0) } ?? ""
      if wish == "none" { return nil }
      for name in wish.isEmpty ? names : [wish] {
        // A library that the program has loaded keeps its settings.
        let isLoaded = dlopen(name, RTLD_NOLOAD | RTLD_LAZY) != nil
        guard let library = dlopen(name, RTLD_LAZY | RTLD_LOCAL) else { continue }
        for (prefix, suffix) in [("", "_"), ("", "_64_"), ("scipy_", "_"), ("scipy_", "_64_")] {
          let blas = BLAS(suffix: suffix) { name in
            dlsym(library, prefix + name).map { unsafeBitCast($0, to: Product.self) }
          }
          guard let blas else { continue }
          if !isLoaded { useOneThread(library) }
          return blas
        }
      }
      return nil
    }

    /// One thread unless asked: the library's own variables ask.
    private static func useOneThread(_ library: UnsafeMutableRawPointer) {
      for variable in [
        "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "OMP_NUM_THREADS",
      ]
      where getenv(variable) != nil { return }
      let names = [
        "openblas_set_num_threads", "openblas_set_num_threads64_", "MKL_Set_Num_Threads",
        "scipy_openblas_set_num_threads", "scipy_openblas_set_num_threads64_",
        "bli_thread_set_num_threads",
      ]
      for name in names {
        guard let symbol = dlsym(library, name) else { continue }
        unsafeBitCast(symbol, to: (@convention(c) (Int) -> Void).self)(1)
      }
    }
  }
#endif
