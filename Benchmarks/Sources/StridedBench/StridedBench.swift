// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@main struct StridedBench {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.count == 2, arguments.first == "serve", let folder = arguments.last {
      var server = Server(pool: folder)
      return server.run()
    }
    guard arguments.isEmpty || (arguments.count == 2 && arguments.first == "--markdown") else {
      print("usage: strided-bench [--markdown FILE | serve FOLDER]")
      exit(2)
    }
    var sections: [Section] = []
    func add(_ section: Section) {
      print(section.text)
      sections.append(section)
    }
    add(copyRows())
    add(smallRows())
    add(allocationRows())
    add(ledgerRows())
    add(overlapRows())
    for work in TypedWork.allCases {
      add(typeRows(work, .elements(100_000)))
      add(typeRows(work, .elements(1_000_000)))
      add(typeRows(work, .bytes(400_000)))
    }
    for section in sections {
      for row in section.rows where row.floor?.isMet == false {
        print("Missed: \(row.name), \(row.amount) (\(section.title))")
      }
    }
    if let path = arguments.last {
      write(sections.map(\.markdown).joined(separator: "\n"), to: path)
    }
  }

  private static func write(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else {
      print("\(path) can't be written")
      exit(1)
    }
    fputs(text, file)
    fclose(file)
  }
}

/// Sends what was printed on its way to a program that waits for it.
func flushOutput() { fflush(nil) }
