// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
internal import StridedMemory

extension MemoryAct {
  static let nameless = "an array without a name"

  /// What happened, without the kind: "window of album: 24 of its 40 B, offset 8, strides (8,)".
  package var text: String {
    switch kind {
    case .new: newText
    case .view: viewText
    case .copy: copyText
    case .write: writeText
    case .same: sameText
    case .free: freeText
    }
  }

  private var bytes: String { byteCount.asByteCount }
  /// What stands before a total over several times.
  private var often: String { times > 1 ? " in \(times) arrays" : "" }

  private var newText: String {
    var text = name.map { "\($0): " } ?? ""
    text += bytes + often
    if let form, isUniform {
      text += ", \(form.dtype) \(tuple(form.shape))"
      if !form.isRowMajor { text += ", strides \(tuple(form.strides))" }
    }
    if isTemporary { text += ", temporary" }
    if name == nil, !operation.isEmpty { text += " (\(operation))" }
    return text
  }

  private var viewText: String {
    var text = name.map { "\($0) of " } ?? "of "
    text += source ?? (isOfKept ? "it" : MemoryAct.nameless)
    if let form, isUniform {
      let (shown, whole) = ((byteCount / times).asByteCount, (sourceByteCount / times).asByteCount)
      let part = byteCount == sourceByteCount ? "all \(whole)" : "\(shown) of its \(whole)"
      return text + ": \(part), offset \(form.offset), strides \(tuple(form.strides))"
    }
    return text + ": \(bytes) in \(times) views"
  }

  private var copyText: String {
    var text = name.map { "\($0)" } ?? ""
    if let source { text += (text.isEmpty ? "of " : " of ") + source }
    if !text.isEmpty { text += ": " }
    return text + bytes + often + because
  }

  /// The reasons of copies, such as " because the program asked for a copy".
  private var because: String {
    reasons.isEmpty ? "" : " because " + reasons.map { $0.gist }.joined(separator: ", and ")
  }

  private var writeText: String {
    var text = bytes
    if let written {
      let name = written.name
      let place = written.set.map { $0.isEmpty ? name : $0.text(of: name) } ?? name
      text += isThroughView ? " through \(place)" : " to \(place)"
      if let source { text += ", a view of \(source)" }
    }
    if !changes.isEmpty { text += "; changes " + MemoryAct.list(changes.map { $0.text }) }
    if let aliases = written?.aliases, !aliases.isEmpty {
      text += "; also named " + MemoryAct.list(aliases)
    }
    if changedCount == 0 {
      text += "; no value changed"
    } else if let changedCount, times == 1, !showsChangesOnly, let size = written?.set?.size,
      changedCount < size
    {
      text += "; \(changedCount) of \(size) values changed"
    }
    if !reasons.isEmpty {
      let copied = reasons.reduce(0) { $0 + $1.byteCount }
      text += "; \(copied.asByteCount) copied first" + because
    }
    return text
  }

  private var sameText: String {
    let subject = name ?? "it"
    if let source {
      return "\(subject) is \(source)" + (operation.isEmpty ? "" : " (\(operation))")
    }
    guard let form, isUniform else { return subject }
    return "\(subject): now \(form.dtype) \(tuple(form.shape)), strides \(tuple(form.strides))"
  }

  private var freeText: String {
    if byteCount > 0 { return bytes }
    return "nothing: " + MemoryAct.list(holders) + (holders.count == 1 ? " holds" : " hold")
      + " its \(sourceByteCount.asByteCount)"
  }

  /// Whether it came and went in a statement that did more.
  var isTemporary: Bool { name == nil && !isMain }

  /// A list of names, cut short.
  static func list(_ items: [String], first limit: Int = 3) -> String {
    let shown = items.prefix(limit)
    if items.count > limit {
      return shown.joined(separator: ", ") + " and \(items.count - limit) more"
    }
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension MemoryAct.Elements {
  package var text: String {
    let elements = set.map { $0.text(of: name) } ?? "elements of \(name)"
    return aliases.isEmpty ? elements : elements + " (also named \(MemoryAct.list(aliases)))"
  }
}

extension MemoryAct.Reason {
  /// The reason without its reasons and ways out.
  var gist: String {
    let bytes = Array(text.utf8)
    let end = bytes.indices.dropLast().first { i in
      (bytes[i] == UInt8(ascii: ":") || bytes[i] == Byte.dot) && bytes[i + 1] == Byte.space
    }
    return end.map { String(decoding: bytes[..<$0], as: UTF8.self) } ?? text
  }
}
