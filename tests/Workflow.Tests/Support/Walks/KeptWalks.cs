using NUnit.Framework.Internal;
using Workflow.Definitions.Stories;

namespace Workflow.Tests.Support.Walks;

/// <summary>The walks that are kept: those that failed once, by name, and numbered ones through every operation that a walk tries.</summary>
internal static class KeptWalks
{
    private const int Tried = 150;

    // A walk is kept for so many acts that no walk before it did, or was refused with.
    private const int News = 3;

    /// <summary>Goes the named ones again and writes what is answered now; finds numbered ones anew.</summary>
    internal static void Record()
    {
        foreach (var file in Directory.EnumerateFiles(KeptWalk.Folder, "*.walk").ToList())
            if (int.TryParse(Path.GetFileNameWithoutExtension(file), out _))
                File.Delete(file);
            else
                KeptWalk.Read(file).Anew().Write(file);
        foreach (var (walk, i) in Found().Select((walk, i) => (walk, i)))
            walk.Write(Path.Combine(KeptWalk.Folder, $"{i + 1:00}.walk"));
    }

    // Greedily: of many walks those that do something none before them did.
    private static IEnumerable<KeptWalk> Found()
    {
        var seen = new HashSet<(Type, string?)>();
        foreach (var walk in Enumerable.Range(0, Tried).Select(Walked).OfType<KeptWalk>())
        {
            var news = walk.Acts.Where(a => a.Command is not null).Select(a => (a.Command!.GetType(), a.Code)).Except(seen).ToList();
            if (news.Count < News)
                continue;
            seen.UnionWith(news);
            yield return walk;
        }
    }

    // One that fails is for the walks that every run goes; here it only keeps itself from being kept, and says so.
    private static KeptWalk? Walked(int seed)
    {
        var random = new Random(seed);
        var text = new RandomProcess(random).Text();
        var world = SmallOffice.World(text);
        var changing = new ScenarioWorld(world.Processes, world.Register, RandomEditions.Changing(new Random(seed)));
        var walk = new RandomWalk(random, changing, "sample", new DateOnly(2024, 1, 2).AddDays(random.Next(700)), "citizen", text);
        using var apart = new TestExecutionContext.IsolatedContext();
        try
        {
            walk.Run();
            return walk.Kept(KeptWalk.SmallOfficeName, seed);
        }
        catch (AssertionException failure)
        {
            TestContext.Out.WriteLine($"walk {seed}: {failure.Message.Split('\n')[^1]}");
            return null;
        }
    }
}
