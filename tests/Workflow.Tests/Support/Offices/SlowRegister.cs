using Workflow.Storage.Running;

namespace Workflow.Tests.Support.Offices;

/// <summary>A register that takes its time over one person: whose command is decided keeps the writer busy until somebody lets it go on.</summary>
internal sealed class SlowRegister : IDisposable
{
    internal const string Slow = "slow";

    private readonly ManualResetEventSlim _asked = new();
    private readonly ManualResetEventSlim _goOn = new();

    internal Surroundings Around(TimeProvider time)
    {
        var quick = SmallPermit.Around(time);
        return quick with { Register = quick.Register with { Person = (id, day) => quick.Register.Person(Wait(id), day) } };
    }

    /// <summary>Begins something on another thread and returns when the register is asked for the slow person.</summary>
    internal Task<T> Begin<T>(Func<Task<T>> work)
    {
        var begun = Task.Run(work);
        _asked.Wait();
        return begun;
    }

    internal void GoOn() => _goOn.Set();

    public void Dispose()
    {
        _asked.Dispose();
        _goOn.Dispose();
    }

    private string Wait(string person)
    {
        if (person != Slow)
            return person;
        _asked.Set();
        _goOn.Wait();
        return person;
    }
}
