using Microsoft.Data.Sqlite;

namespace Workflow.Tests.Support.Shipped;

/// <summary>A sample whose story was played into a ledger, in a folder that goes with it.</summary>
internal sealed class PlayedStory : IDisposable
{
    private PlayedStory(string folder) => Folder = folder;

    internal string Folder { get; }

    internal string Ledger => Path.Combine(Folder, "story.db");

    internal static Task<PlayedStory> Of(string sample) => Play(New(), Path.Combine(Repository.Samples, sample, "story.yaml"));

    /// <summary>Plays a story of one test.</summary>
    internal static async Task<PlayedStory> OfText(string story)
    {
        var played = New();
        var file = Path.Combine(played.Folder, "story.yaml");
        await File.WriteAllTextAsync(file, story);
        return await Play(played, file);
    }

    private static PlayedStory New() => new(Directory.CreateTempSubdirectory("workflow-story-").FullName);

    private static async Task<PlayedStory> Play(PlayedStory played, string story)
    {
        var run = await Typed.Run("run", story, "--definitions", Repository.Definitions, "--database", played.Ledger);
        Assert.That(run.Exit, Is.Zero, run.Error);
        return played;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
