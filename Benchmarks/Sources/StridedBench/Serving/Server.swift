// SPDX-License-Identifier: Apache-2.0

import Strided

/// Does the library's half of the comparison with NumPy, one request a line.
///
/// `prepare WORDS` makes a piece of work ready and answers `ok` or `lacks WHY`; `time CALLS` does it
/// that often and answers with the nanoseconds it took.
struct Server {
  private var work: Work.Body?
  private let pool: Pool

  init(pool folder: String) { pool = Pool(folder: folder) }

  mutating func run() {
    while let line = readLine() {
      let words = line.split(separator: " ").map(String.init)
      switch words.first {
      case "prepare":
        work = nil
        do {
          work = try Work(words: Array(words.dropFirst()), pool: pool).body()
          answer("ok")
        } catch {
          answer("lacks \(error)")
        }
      case "time":
        guard let work, let calls = words.last.flatMap(Int.init) else { return answer("lost") }
        answer("\(ContinuousClock().measure { always { try work(calls) } }.nanoseconds)")
      default: answer("unknown request")
      }
    }
  }

  private func answer(_ text: String) {
    print(text)
    flushOutput()
  }
}
