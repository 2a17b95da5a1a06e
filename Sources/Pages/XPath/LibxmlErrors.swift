internal import CXML2

/// Keeps the first error that libxml2 reports on an XPath expression, instead of its printing it.
final class LibxmlErrors {
  private var code: Int32 = 0
  private var offset = 0

  /// The errors object has to outlive the context's use.
  func attach(to context: xmlXPathContextPtr) {
    context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    context.pointee.error = { userData, error in
      guard let userData, let error else { return }
      let errors = Unmanaged<LibxmlErrors>.fromOpaque(userData).takeUnretainedValue()
      guard errors.code == 0 else { return }
      errors.code = error.pointee.code
      errors.offset = Int(error.pointee.int1)
    }
  }

  func error(_ source: String) -> SelectorError {
    let count = source.utf8.count
    let start = min(max(offset, 0), count)
    let (code, detail) = Self.meaning(of: code)
    return SelectorError(code, selector: source, range: start..<count, detail: detail)
  }

  /// libxml2 reports XPath errors by number alone: `XML_XPATH_EXPRESSION_OK` plus the `xmlXPathError`.
  private static func meaning(of code: Int32) -> (SelectorError.Code, String) {
    switch xmlXPathError(UInt32(bitPattern: max(code, 1200) - 1200)) {
    case XPATH_NUMBER_ERROR: (.syntax, "not a number")
    case XPATH_UNFINISHED_LITERAL_ERROR: (.syntax, "a quotation mark is missing")
    case XPATH_START_LITERAL_ERROR: (.syntax, "a text in quotes is missing")
    case XPATH_VARIABLE_REF_ERROR: (.syntax, "not a variable's name")
    case XPATH_UNDEF_VARIABLE_ERROR, XPATH_FORBID_VARIABLE_ERROR: (.unsupported, "there are no variables here")
    case XPATH_INVALID_PREDICATE_ERROR: (.syntax, "']' is missing, or the condition is not one")
    case XPATH_UNCLOSED_ERROR: (.syntax, "')' is missing")
    case XPATH_UNKNOWN_FUNC_ERROR: (.unsupported, "XPath 1.0 has no such function")
    case XPATH_INVALID_OPERAND: (.type, "an operand of the wrong type")
    case XPATH_INVALID_TYPE: (.type, "an argument of the wrong type")
    case XPATH_INVALID_ARITY: (.type, "a wrong number of arguments")
    case XPATH_UNDEF_PREFIX_ERROR: (.unsupported, "namespace prefixes are not supported")
    case XPATH_INVALID_CHAR_ERROR, XPATH_ENCODING_ERROR: (.syntax, "a character that XML does not allow")
    case XPATH_STACK_ERROR, XPATH_OP_LIMIT_EXCEEDED: (.tooMuchWork, "takes more steps than allowed")
    case XPATH_RECURSION_LIMIT_EXCEEDED: (.tooComplex, "nested too deeply")
    case XPATH_MEMORY_ERROR: (.tooMuchWork, "out of memory")
    default: (.syntax, "not an XPath 1.0 expression")
    }
  }
}
