public import ArgumentParser
public import CopydeskTesting

extension ReportFormat: ExpressibleByArgument {}
