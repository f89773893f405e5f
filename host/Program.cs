using System.Runtime.InteropServices;
using Workflow.Host;
using Workflow.Host.CommandLine;

var isTerminated = false;
using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => isTerminated = true);
var exit = await Verbs.Run(args, Terminal.OfThisProcess());
return isTerminated && exit == VerbFaults.Cancelled ? VerbFaults.Terminated : exit;
