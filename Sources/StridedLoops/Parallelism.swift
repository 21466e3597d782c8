// SPDX-License-Identifier: Apache-2.0

#if !$Embedded
  import Synchronization

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// Runs `body`, in which operations on large arrays may use up to `threads` threads each.
  ///
  /// Results don't depend on the number. Off until asked for, as a second thread costs more than
  /// most operations take; operations of less than 4 MiB never use one. Threads are made for an
  /// operation and end with it; at no time are there more of them, in the whole process, than
  /// processors. Child tasks of `body` inherit the number; an inner scope sets its own.
  ///
  ///     let c = withParallelism(2) { a.exp() * b }
  public func withParallelism<Result, Failure: Error>(
    _ threads: Int, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    Parallelism.scopes.add(1, ordering: .relaxed)
    defer { Parallelism.scopes.subtract(1, ordering: .relaxed) }
    // `withValue` erases typed errors, so the outcome travels as a value.
    let outcome: Swift.Result<Result, Failure> = Parallelism.$threads.withValue(threads) {
      do throws(Failure) { return .success(try body()) } catch { return .failure(error) }
    }
    return try outcome.get()
  }

  /// Runs `body`, in which operations on large arrays may use up to `threads` threads each.
  ///
  /// The form for asynchronous code, which runs where the caller runs; otherwise as the other.
  public func withParallelism<Result, Failure: Error>(
    _ threads: Int, isolation: isolated (any Actor)? = #isolation,
    _ body: () async throws(Failure) -> Result
  ) async throws(Failure) -> Result {
    Parallelism.scopes.add(1, ordering: .relaxed)
    defer { Parallelism.scopes.subtract(1, ordering: .relaxed) }
    let outcome: Swift.Result<Result, Failure> = await Parallelism.$threads.withValue(
      threads,
      operation: { () async -> Swift.Result<Result, Failure> in
        do throws(Failure) { return .success(try await body()) } catch { return .failure(error) }
      }, isolation: isolation)
    return try outcome.get()
  }

  /// How many threads operations may use, and how many are at work.
  enum Parallelism {
    @TaskLocal static var threads = 1
    /// The scopes that are open in the whole process: without any, no task-local is asked.
    static let scopes = Atomic<Int>(0)
    /// The threads at work besides those that called operations.
    private static let helpers = Atomic<Int>(0)
    private static let processors = max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1)

    /// Runs `work` for each part of an operation on `bytes` bytes: on this thread, and at the same
    /// time on as many others as are wished for and free.
    ///
    /// - Parameters:
    ///   - most: The most parts that the operation can be split in.
    ///   - work: Does part number `part` of `parts`, and tells whether it could.
    /// - Returns: Whether all parts could be done.
    static func run(
      bytes: Int, most: Int, _ work: (_ part: Int, _ parts: Int) -> Bool
    ) -> Bool {
      guard scopes.load(ordering: .relaxed) != 0, bytes >= Thresholds.parallelBytes else {
        return work(0, 1)
      }
      let claimed = claim(min(threads, most) - 1)
      guard claimed > 0 else { return work(0, 1) }
      defer { helpers.subtract(claimed, ordering: .relaxed) }
      return withoutActuallyEscaping(work) { work in
        let started = (1...claimed).map { part in
          Helper.start(Helper.Work { work(part, claimed + 1) })
        }
        var isDone = work(0, claimed + 1)
        for (i, helper) in started.enumerated() {
          let isPartDone = helper.map { $0.join() } ?? work(i + 1, claimed + 1)
          isDone = isDone && isPartDone
        }
        return isDone
      }
    }

    /// Takes up to `wanted` of the processors that no helper uses.
    private static func claim(_ wanted: Int) -> Int {
      guard wanted > 0 else { return 0 }
      var busy = helpers.load(ordering: .relaxed)
      while true {
        let taken = min(wanted, processors - 1 - busy)
        guard taken > 0 else { return 0 }
        let (isExchanged, found) = helpers.compareExchange(
          expected: busy, desired: busy + taken, ordering: .relaxed)
        if isExchanged { return taken }
        busy = found
      }
    }
  }

  /// A thread that does one piece of work and ends.
  ///
  /// It is new, so the system starts it on an idle processor at once (one that is woken starts
  /// beside its waker), and after a fork nothing waits for threads that the child doesn't have.
  private struct Helper {
    /// What a thread does; who starts it waits for its end.
    final class Work: @unchecked Sendable {
      private let body: () -> Bool
      private(set) var isDone = false

      init(_ body: @escaping () -> Bool) { self.body = body }

      func run() { isDone = body() }
    }

    private let thread: pthread_t
    private let work: Work

    /// Starts a thread; nil if the system refuses.
    static func start(_ work: Work) -> Helper? {
      let argument = Unmanaged.passRetained(work).toOpaque()
      #if canImport(Darwin)
        var thread: pthread_t?
        let code = pthread_create(&thread, nil, { Helper.main($0) }, argument)
      #else
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, { Helper.main($0) }, argument)
      #endif
      guard code == 0 else {
        Unmanaged<Work>.fromOpaque(argument).release()
        return nil
      }
      #if canImport(Darwin)
        return thread.map { Helper(thread: $0, work: work) }
      #else
        return Helper(thread: thread, work: work)
      #endif
    }

    private static func main(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
      if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run() }
      return nil
    }

    /// Waits for the end, and tells whether the work could be done.
    func join() -> Bool {
      pthread_join(thread, nil)
      return work.isDone
    }
  }
#else
  enum Parallelism {
    static func run(
      bytes: Int, most: Int, _ work: (_ part: Int, _ parts: Int) -> Bool
    ) -> Bool { work(0, 1) }
  }
#endif
