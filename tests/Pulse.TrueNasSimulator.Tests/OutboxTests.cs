namespace Pulse.Simulation.TrueNas.Tests;

public sealed class OutboxTests
{
    [Theory]
    [InlineData(false, "notification", "second", "first")]
    [InlineData(true, "notification", "first", "second")]
    public async Task Answers_to_requests_that_came_together_are_reversed_and_notifications_overtake_them(bool inOrder, params string[] order)
    {
        List<string> sent = [];
        var outbox = new Outbox(() => inOrder);
        using var stop = new CancellationTokenSource();
        outbox.Hold();
        outbox.Post(Message("first", isAnswer: true));
        outbox.Post(Message("second", isAnswer: true));
        outbox.Post(Message("notification", isAnswer: false));
        outbox.Release();
        await FluentActions.Awaiting(() => outbox.RunAsync(stop.Token)).Should().ThrowAsync<OperationCanceledException>();
        sent.Should().Equal(order);

        OutgoingMessage Message(string text, bool isAnswer) => new(isAnswer, _ =>
        {
            sent.Add(text);
            return sent.Count == order.Length ? stop.CancelAsync() : Task.CompletedTask;
        });
    }
}
