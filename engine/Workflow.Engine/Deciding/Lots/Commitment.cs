using Workflow.Engine.Record.Entries;

namespace Workflow.Engine.Deciding.Lots;

/// <summary>Binds somebody to a seed before anybody may know it.</summary>
public static class Commitment
{
    /// <summary>Returns the seed that chance gives: its hash, so that seed and salt differ also where a story gives the same chance twice in one moment.</summary>
    /// <param name="chance">32 bytes of chance as lower-case hex.</param>
    public static string Seed(string chance) => LedgerJson.Hash(chance);

    /// <summary>Returns the commitment to a seed: lower-case hex of SHA-256 over the UTF-8 bytes of salt and seed, one after the other.</summary>
    /// <param name="salt">32 bytes of chance as lower-case hex, so that nobody can try out seeds.</param>
    /// <param name="seed">32 bytes as lower-case hex.</param>
    public static string To(string salt, string seed) => LedgerJson.Hash(salt + seed);
}
