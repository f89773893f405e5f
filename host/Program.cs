using Workflow.Host;
using Workflow.Host.CommandLine;

return await Verbs.Run(args, Terminal.OfThisProcess());
