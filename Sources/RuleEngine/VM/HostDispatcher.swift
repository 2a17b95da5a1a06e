internal import CRuleVM
internal import Copydesk

/// Finds and runs the closure behind a function number; what the C side calls.
final class HostDispatcher {
  private let hosts: HostTable
  private var bodies: [HostTable.Function]
  /// Set for as long as the machine lives: a ``HostCall`` may be kept longer.
  var vm: OpaquePointer?
  let firstFunction = UInt32(CRV_FUNCTION_FIRST)

  init(_ hosts: HostTable) {
    self.hosts = hosts
    bodies = hosts.functions.map(\.body)
    for kind in hosts.kinds { bodies += kind.members.map(\.body) }
  }

  /// Captures nothing, throws nothing, and is all that C knows of us.
  static let callback: crv_host_fn = { context, call, reply in
    guard let context else { return CRV_HOST }
    let dispatcher = Unmanaged<HostDispatcher>.fromOpaque(context).takeUnretainedValue()
    var bytes: [UInt8] = []
    let status: crv_status
    do {
      LuaCodec.encode(try dispatcher.answer(call.pointee), into: &bytes)
      status = CRV_OK
    } catch {
      bytes = Array(dispatcher.message(of: error).utf8)
      status = CRV_HOST
    }
    // A reply that does not fit is remembered on the C side.
    _ = bytes.withUnsafeBytes { crv_reply_append(reply, $0.baseAddress, $0.count) }
    return status
  }

  /// What the script last asked a handle for that no such handle has, in words.
  var missedMember: String?

  func charge(_ instructions: Int) {
    if let vm { crv_charge(vm, Int64(instructions)) }
  }

  private func answer(_ call: crv_host_call) throws -> LuaValue {
    var reader = LuaCodec.Reader(UnsafeRawBufferPointer(start: call.arguments.data, count: call.arguments.count))
    var arguments: [LuaValue] = []
    arguments.reserveCapacity(Int(call.argument_count))
    for _ in 0..<call.argument_count {
      guard let value = reader.value() else { throw HostError("an argument is malformed") }
      arguments.append(value)
    }
    let hostCall = HostCall(
      arguments: arguments, chunk: String(decoding: call.chunk.buffer, as: UTF8.self), line: Int(call.line),
      dispatcher: self)
    switch call.function {
    case UInt32(CRV_FUNCTION_PRINT):
      hosts.log(arguments.first?.stringValue ?? "", hostCall.chunk, hostCall.line)
      return .nil
    case UInt32(CRV_FUNCTION_UNKNOWN_MEMBER):
      let error = unknownMember(kind: arguments.first?.stringValue ?? "", name: hostCall.argument(1).stringValue ?? "")
      missedMember = error.message
      throw error
    case UInt32(CRV_FUNCTION_UNKNOWN_MODULE):
      throw unknownModule(name: arguments.first?.stringValue ?? "")
    default:
      guard call.function >= firstFunction, Int(call.function - firstFunction) < bodies.count else {
        throw HostError("no such host function")
      }
      return try bodies[Int(call.function - firstFunction)](hostCall)
    }
  }

  private func message(of error: any Error) -> String {
    (error as? HostError)?.message ?? (error as? VMError)?.message ?? String(describing: error)
  }

  private func unknownMember(kind name: String, name member: String) -> HostError {
    let known = hosts.kinds.first { $0.name == name }?.members.map(\.name) ?? []
    return HostError("\(name) has no member '\(member)'" + suggestion(for: member, among: known))
  }

  private func unknownModule(name: String) -> HostError {
    HostError("module '\(name)' not found" + suggestion(for: name, among: hosts.modules.map(\.name)))
  }

  private func suggestion(for name: String, among known: [String]) -> String {
    NearestName.find(name, in: known).map { ": did you mean '\($0)'?" } ?? ""
  }
}

extension crv_bytes {
  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: data, count: count) }
}
