using System.Diagnostics;

namespace Workflow.Tests.Host.CommandLine;

/// <summary>What another program sends to this one, as a shell joins the two.</summary>
[Platform("Linux")]
public sealed class StandardInputTests
{
    private const int Patience = 60_000;

    [Test]
    public void What_a_pipe_brings_is_answered() =>
        Assert.That(
            Answer("printf 'id,from,limit,pauses,roll\\na,2025-09-01,20 working days,,\\n' | "),
            Is.EqualTo("id,due,status,note\na,2025-09-28,final,\n")
        );

    [Test]
    public void Without_any_input_it_is_told_at_once() => Assert.That(Answer("exec <&-; "), Does.Contain(",,error,"));

    private static string Answer(string before)
    {
        var due =
            $"dotnet {Path.Combine(AppContext.BaseDirectory, "workflow.dll")} due --language en --definitions {Repository.Definitions}";
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", before + due]) { RedirectStandardOutput = true })!;
        var answer = shell.StandardOutput.ReadToEndAsync();
        if (!shell.WaitForExit(Patience))
        {
            shell.Kill(entireProcessTree: true);
            Assert.Fail("It waits for an input that nobody sends.");
        }

        return answer.Result;
    }
}
