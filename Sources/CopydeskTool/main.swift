import CopydeskCommand

await CopydeskApplication().main()
