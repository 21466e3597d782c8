// SPDX-License-Identifier: Apache-2.0

/// What a program may use before it is ended with a `LimitError`, which no `except` catches.
public struct Limits: Hashable, Sendable {
  /// How many steps it may take: statements, turns of loops, calls, and items that are made at once.
  public var steps: Int
  /// How many bytes its arrays may hold together.
  public var bytes: Int
  /// How deep calls of functions may be nested; Python's own error is raised beyond.
  public var recursion: Int
  /// How many bytes of the stack calls of functions may take up.
  public var stackBytes: Int

  /// Creates limits that suit programs of strangers on a thread with a small stack.
  public init(
    steps: Int = 50_000_000, bytes: Int = 1 << 30, recursion: Int = 1000,
    stackBytes: Int = 256 << 10
  ) {
    self.steps = steps
    self.bytes = bytes
    self.recursion = recursion
    self.stackBytes = stackBytes
  }
}
