using System.CommandLine;
using Workflow.Host.CommandLine;

namespace Workflow.Host.Reviews;

/// <summary><c>review</c>: chooses concluded cases for a review 案卷评查 by lots that nobody can steer, and tells what came of it.</summary>
internal static class ReviewVerb
{
    internal static Command Make(Terminal terminal) =>
        new("review", terminal.Words.Tell("help.review")) { PopulationVerb.Make(terminal), ReportVerb.Make(terminal) };
}
