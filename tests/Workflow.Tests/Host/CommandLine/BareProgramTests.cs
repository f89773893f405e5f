using System.Diagnostics;
using Workflow.Host;
using Workflow.Host.CommandLine;

namespace Workflow.Tests.Host.CommandLine;

/// <summary>The program started with no verb: nobody has said yet what is wanted.</summary>
public sealed class BareProgramTests
{
    [TestCase("zh")]
    [TestCase("en")]
    public async Task It_shows_its_help_beside_the_answer(string language)
    {
        var (bare, asked) = (await Run("--language", language), await Run("--help", "--language", language));
        Assert.That((bare.Exit, bare.Out, bare.Error), Is.EqualTo((2, "", asked.Out)));
    }

    [TestCase("--demo")]
    [TestCase("--urls", "http://127.0.0.1:0")]
    public async Task An_option_of_a_verb_starts_nothing_without_it(params string[] args) =>
        Assert.That(await Run([.. args, "--language", "en"]), Is.EqualTo((2, "", Unknown(args[0]))));

    [Test]
    public async Task It_writes_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("workflow-bare-").FullName;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "workflow.dll")])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var program = Process.Start(start)!;
        var told = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        Assert.That((program.ExitCode, await told.Item1), Is.EqualTo((2, "")), await told.Item2);
        Assert.That(Directory.EnumerateFileSystemEntries(folder), Is.Empty);
        Directory.Delete(folder);
    }

    private static string Unknown(string word) =>
        $"There is no command or option '{word}'. Run with --help to see how it is used.{Environment.NewLine}";

    private static async Task<(int Exit, string Out, string Error)> Run(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await Verbs.Run(args, new Terminal(TextReader.Null, output, error, Colours: false));
        return (exit, output.ToString(), error.ToString());
    }
}
