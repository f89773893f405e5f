using Workflow.Host.Commands;

return await CommandLine.Run(args, Terminal.OfThisProcess());
