import CopydeskCommand

let newsroom = CopydeskApplication { plugins in plugins.register(ReadingTime.self) }
await newsroom.main()
