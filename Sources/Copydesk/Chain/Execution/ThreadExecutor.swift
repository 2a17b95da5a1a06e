import DequeModule

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Runs a task's jobs on a thread of its own.
///
/// Sources and sinks may block in the operating system: in a read from a pipe, in a write to a slow disk. On the shared pool, which
/// has only as many threads as there are processors, two of them could stop a whole chain.
///
/// Sendable by proof: `jobs` and `isClosed` are touched only with `mutex` held, and the pointers never change.
final class ThreadExecutor: TaskExecutor, @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var jobs: Deque<UnownedJob> = []
  private var isClosed = false

  /// - Returns: `nil` where the system gives no more threads; the shared pool has to do then.
  static func start() -> ThreadExecutor? {
    let executor = ThreadExecutor()
    // The thread's own reference: given back when it ends.
    let reference = Unmanaged.passRetained(executor)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let status = pthread_create(
      &thread, nil,
      { reference in
        let reference: UnsafeMutableRawPointer? = reference
        if let reference { Unmanaged<ThreadExecutor>.fromOpaque(reference).takeRetainedValue().serve() }
        return nil
      }, reference.toOpaque())
    guard status == 0 else {
      reference.release()
      return nil
    }
    #if canImport(Darwin)
      if let thread { pthread_detach(thread) }
    #else
      pthread_detach(thread)
    #endif
    return executor
  }

  private init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    pthread_mutex_lock(mutex)
    jobs.append(job)
    pthread_cond_signal(changed)
    pthread_mutex_unlock(mutex)
  }

  /// Lets the thread end once its jobs are done. Call when no task prefers the executor any more.
  func close() {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_cond_signal(changed)
    pthread_mutex_unlock(mutex)
  }

  private func serve() {
    while let job = next() { job.runSynchronously(on: asUnownedTaskExecutor()) }
  }

  private func next() -> UnownedJob? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while jobs.isEmpty {
      if isClosed { return nil }
      pthread_cond_wait(changed, mutex)
    }
    return jobs.removeFirst()
  }
}
