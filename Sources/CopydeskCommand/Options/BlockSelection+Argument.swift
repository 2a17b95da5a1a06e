public import ArgumentParser
public import Copydesk

extension BlockSelection: ExpressibleByArgument {}
