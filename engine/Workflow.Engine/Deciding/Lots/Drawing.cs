using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Deciding.Lots;

/// <summary>Draws lots so that anybody with the seed and the population can repeat the draw.</summary>
public static class Drawing
{
    /// <summary>The recorded name of the algorithm: SHA-256 over seed and counter, rejection sampling, partial Fisher-Yates.</summary>
    public const string Algorithm = "sha256-fisher-yates-1";

    /// <summary>The same, drawn from a population that was sealed before: <see cref="Population.Hash"/> names it.</summary>
    public const string SealedAlgorithm = "sha256-fisher-yates-2";

    /// <summary>Returns the rows drawn, counted from 1, in the order drawn.</summary>
    /// <param name="seed">32 bytes as lower-case hex.</param>
    /// <param name="population">How many there are; at least <paramref name="count"/>.</param>
    /// <param name="count">How many to draw; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than are to be drawn.</exception>
    public static ImmutableArray<int> Rows(string seed, int population, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(population, count);
        var rows = Enumerable.Range(1, population).ToArray();
        long counter = 0;
        for (var i = 0; i < count; i++)
        {
            var other = i + Below(seed, (uint)(population - i), ref counter);
            (rows[i], rows[other]) = (rows[other], rows[i]);
        }

        return [.. rows.Take(count)];
    }

    /// <summary>Draws at a step whose guards have been passed.</summary>
    internal static void Draw(CaseTurn turn, DrawNode node, string key)
    {
        var population = Population.Of(node, turn.State);
        if (node.Sealed)
        {
            Revealing.Draw(turn, key, population);
            return;
        }

        var seed = turn.Stamp.Facts.Seed ?? throw new InvalidOperationException("A draw needs a seed in its facts.");
        var rows = Rows(seed, population.Size, Math.Min(node.Count, population.Size));
        turn.Apply(new LotsDrawn(key, Algorithm, seed, population.PlainHash, rows));
    }

    // Values at the top of the range that would favour small rows are thrown away.
    private static int Below(string seed, uint bound, ref long counter)
    {
        var limit = uint.MaxValue - (uint.MaxValue % bound);
        while (true)
        {
            var value = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed} {counter++}")));
            if (value < limit)
                return (int)(value % bound);
        }
    }
}
