// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Strided",
  platforms: [.macOS("26.0"), .iOS("26.0"), .tvOS("26.0"), .watchOS("26.0"), .visionOS("26.0")],
  products: [
    .library(name: "Strided", targets: ["Strided"]),
    .library(name: "StridedTesting", targets: ["StridedTesting"]),
    .executable(name: "strided", targets: ["StridedCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // MARK: Where: pure integers
    .target(name: "StridedLayouts"),

    // MARK: What: bytes and element types
    .target(name: "CStridedMemory"),
    .target(
      name: "StridedMemory",
      dependencies: [
        "StridedLayouts", "CStridedMemory",
        .product(name: "ComplexModule", package: "swift-numerics"),
        .product(name: "RealModule", package: "swift-numerics"),
      ]),

    // MARK: How: kernels and the loop driver
    .target(
      name: "CStridedKernels",
      cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off", "-fno-math-errno"])]),
    .target(
      name: "StridedLoops", dependencies: ["StridedLayouts", "StridedMemory", "CStridedKernels"]),

    // MARK: Arrays
    .target(
      name: "StridedArrays",
      dependencies: [
        "StridedLayouts", "StridedMemory", "StridedLoops",
        .product(name: "ComplexModule", package: "swift-numerics"),
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      // For `span` and `mutableSpan`; without it they are missing, and `withSpan` stays.
      swiftSettings: [.enableExperimentalFeature("Lifetimes")]),

    // MARK: What may be left out
    .target(
      name: "StridedMath",
      dependencies: [
        "StridedLayouts", "StridedMemory", "StridedLoops", "StridedArrays", "CStridedKernels",
        .product(name: "ComplexModule", package: "swift-numerics"),
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(
      name: "StridedFiles", dependencies: ["StridedLayouts", "StridedMemory", "StridedArrays"]),
    .target(
      name: "StridedPictures", dependencies: ["StridedLayouts", "StridedMemory", "StridedArrays"]),

    // MARK: What users' tests import
    .target(name: "StridedTesting", dependencies: ["StridedMemory"]),

    // MARK: What users import
    .target(
      name: "Strided",
      dependencies: [
        "StridedLayouts", "StridedMemory", "StridedLoops", "StridedArrays", "StridedFiles",
        "StridedMath", "StridedPictures",
        .product(name: "ComplexModule", package: "swift-numerics"),
      ]),

    // MARK: NumPy's notation, and the program
    .target(
      name: "StridedNotation",
      dependencies: [
        "StridedLayouts", "StridedMemory", "StridedLoops", "StridedArrays", "StridedMath",
        .product(name: "ComplexModule", package: "swift-numerics"),
      ]),
    .executableTarget(
      name: "StridedCommand",
      dependencies: [
        "Strided", "StridedNotation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // MARK: Tests, one folder a module
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "StridedLayoutsTests", dependencies: ["StridedLayouts", "TestSupport"]),
    .testTarget(
      name: "StridedMemoryTests",
      dependencies: [
        "StridedLayouts", "StridedMemory", "TestSupport",
        .product(name: "ComplexModule", package: "swift-numerics"),
      ]),
    .testTarget(
      name: "StridedLoopsTests",
      dependencies: ["StridedLayouts", "StridedMemory", "StridedLoops", "TestSupport"],
      exclude: ["Cases"]),
    .testTarget(
      name: "StridedArraysTests",
      dependencies: [
        "Strided",
        "StridedLayouts", "StridedMemory", "StridedLoops", "StridedArrays", "TestSupport",
        .product(name: "ComplexModule", package: "swift-numerics"),
      ]),
    .testTarget(
      name: "StridedMathTests",
      dependencies: [
        "Strided", "StridedLayouts", "StridedMemory", "StridedLoops", "StridedArrays",
        "StridedMath",
        "TestSupport", .product(name: "ComplexModule", package: "swift-numerics"),
      ],
      exclude: ["Cases"]),
    .testTarget(
      name: "StridedNotationTests", dependencies: ["Strided", "StridedNotation", "TestSupport"],
      exclude: ["Lesson", "Recorded"]),
    .testTarget(
      name: "StridedFilesTests",
      dependencies: ["StridedLayouts", "StridedMemory", "StridedArrays", "StridedFiles"]),
    .testTarget(
      name: "StridedConcurrencyTests", dependencies: ["Strided", "StridedArrays", "StridedMemory"]),
    .testTarget(name: "StridedTestingTests", dependencies: ["StridedArrays", "StridedTesting"]),
    .testTarget(
      name: "StridedPicturesTests",
      dependencies: [
        "StridedLayouts", "StridedMemory", "StridedArrays", "StridedPictures", "TestSupport",
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "StridedCommandTests",
      dependencies: ["Strided", "StridedNotation", "StridedCommand", "TestSupport"]),
    // What is re-exported is named too: a build tool sees changes of declared dependencies only.
    .testTarget(
      name: "DocumentationTests", dependencies: ["Strided", "StridedArrays", "StridedMemory"]),
    .testTarget(
      name: "ConformanceTests",
      dependencies: [
        "Strided", "StridedArrays", "StridedMemory", "StridedNotation",
        .product(name: "ComplexModule", package: "swift-numerics"),
      ],
      exclude: ["Cases"]),
  ]
)
