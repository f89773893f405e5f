using Workflow.Benchmarks;

if (args is ["crash-child", var path, var seed])
    return await CrashChild.Run(path, int.Parse(seed));

var quick = args.Contains("--quick");
var only = Array.IndexOf(args, "--only") is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
(string Name, Func<bool, Task> Run)[] all =
[
    ("one-client", WritingRatio.OneClient),
    ("many-clients", WritingRatio.ManyClients),
    ("sweep", SweepCost.Run),
    ("drain", DrainRatio.Run),
    ("deadlines", DeadlineRate.Run),
    ("list", ListCost.Run),
    ("due-dates", DueDateCost.Run),
    ("readjudicate", ReadjudicationRatio.Run),
];
foreach (var (_, run) in all.Where(b => only is null || b.Name == only))
    await run(quick);
return 0;
