using Workflow.Host;
using Workflow.Host.CommandLine;

namespace Workflow.Tests.Support.Hosts;

/// <summary>A verb as it is typed, and what it prints.</summary>
internal static class Typed
{
    internal static async Task<(int Exit, string Out, string Error)> Run(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await Verbs.Run(Spoken.In(args), new Terminal(TextReader.Null, output, error, Colours: false));
        return (exit, output.ToString(), error.ToString());
    }
}
