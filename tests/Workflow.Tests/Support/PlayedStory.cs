using Microsoft.Data.Sqlite;

namespace Workflow.Tests.Support;

/// <summary>A sample whose story was played into a ledger, in a folder that goes with it.</summary>
internal sealed class PlayedStory : IDisposable
{
    private PlayedStory(string folder) => Folder = folder;

    internal string Folder { get; }

    internal string Ledger => Path.Combine(Folder, "story.db");

    internal static async Task<PlayedStory> Of(string sample)
    {
        var played = new PlayedStory(Directory.CreateTempSubdirectory("workflow-story-").FullName);
        var story = Path.Combine(Repository.Samples, sample, "story.yaml");
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
