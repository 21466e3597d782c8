// SPDX-License-Identifier: Apache-2.0

/// `try: … except Class as name: … else: … finally: …`.
package final class TryStatement: Statement {
  struct Handler {
    /// The class or tuple of classes; nil catches everything.
    var type: Expression?
    var name: NameExpression?
    var body: Block
    var span: Span
  }

  package let body: Block
  let handlers: [Handler]
  let otherwise: Block?
  let last: Block?

  init(_ body: Block, _ handlers: [Handler], _ otherwise: Block?, _ last: Block?, _ span: Span) {
    self.body = body
    self.handlers = handlers
    self.otherwise = otherwise
    self.last = last
    super.init(span)
  }

  override package var isSimple: Bool { false }
  override package var blocks: [Block] {
    [body] + handlers.map { $0.body } + [otherwise, last].compactMap { $0 }
  }

  override func execute(_ frame: Frame) throws(Fault) -> Flow {
    let flow: Flow
    do throws(Fault) { flow = try attempt(frame) } catch {
      if !error.exception.type.canBeCaught { throw error }
      if let last, case let flow = try last.execute(frame) {
        if case .next = flow { throw error }
        return flow
      }
      throw error
    }
    guard let last else { return flow }
    let lastFlow = try last.execute(frame)
    if case .next = lastFlow { return flow }
    return lastFlow
  }

  private func attempt(_ frame: Frame) throws(Fault) -> Flow {
    do throws(Fault) {
      let flow = try body.execute(frame)
      guard case .next = flow, otherwise != nil else { return flow }
    } catch {
      return try handle(error, frame)
    }
    return try otherwise?.execute(frame) ?? .next
  }

  private func handle(_ fault: Fault, _ frame: Frame) throws(Fault) -> Flow {
    let exception = fault.exception
    if !exception.type.canBeCaught { throw fault }
    for handler in handlers {
      if let type = handler.type {
        let classes = try type.evaluate(frame)
        do throws(Fault) {
          guard try TryStatement.catches(exception.type, classes) else { continue }
        } catch { throw error.at(type.span, in: frame) }
      }
      handler.name?.assign(.exception(exception), frame)
      let outer = frame.machine.handledException
      frame.machine.handledException = exception
      defer { frame.machine.handledException = outer }
      let flow = try handler.body.execute(frame)
      // Python forgets the name at the end of the handler.
      if let name = handler.name { try? name.remove(frame) }
      return flow
    }
    throw fault
  }

  static func catches(_ type: ExceptionType, _ classes: Value) throws(Fault) -> Bool {
    switch classes {
    case .type(let object):
      guard case .exception(let caught) = object.kind else { break }
      return type.isKind(of: caught)
    case .tuple(let tuple):
      for item in tuple.items where try catches(type, item) { return true }
      return false
    default: break
    }
    throw Fault(
      .typeError, "catching classes that do not inherit from BaseException is not allowed")
  }
}

/// `raise exception from cause`.
final class RaiseStatement: Statement {
  let exception: Expression?
  let cause: Expression?

  init(_ exception: Expression?, _ cause: Expression?, _ span: Span) {
    self.exception = exception
    self.cause = cause
    super.init(span)
  }

  override func execute(_ frame: Frame) throws(Fault) -> Flow {
    guard let exception else {
      guard let handled = frame.machine.handledException else {
        throw Fault(.runtimeError, "No active exception to reraise").at(span, in: frame)
      }
      throw Fault(handled)
    }
    let value = try exception.evaluate(frame)
    _ = try cause?.evaluate(frame)
    switch value {
    case .exception(let object):
      object.needsPlace = true
      throw Fault(object).at(span, in: frame)
    case .type(let type):
      if case .exception(let type) = type.kind {
        throw Fault(ExceptionObject(type, arguments: [])).at(span, in: frame)
      }
    default: break
    }
    throw Fault(.typeError, "exceptions must derive from BaseException").at(span, in: frame)
  }
}
