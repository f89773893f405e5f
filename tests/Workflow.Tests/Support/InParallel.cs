// Two fixtures at once: the machine that checks has two cores. What measures memory runs alone afterwards.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(2)]
