// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that who uses the library builds none of it.
let package = Package(
  name: "StridedBenchmarks",
  platforms: [.macOS("26.0")],
  products: [.executable(name: "strided-bench", targets: ["StridedBench"])],
  dependencies: [.package(name: "Strided", path: "..")],
  targets: [
    .target(name: "CAllocations"),
    .executableTarget(
      name: "StridedBench",
      dependencies: ["CAllocations", .product(name: "Strided", package: "Strided")]),
  ]
)
