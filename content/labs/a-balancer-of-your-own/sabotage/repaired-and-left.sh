# fails: card-handed-over ready-for-the-next
# instead of the solution
# Starts the old one, and goes home: the shop is back, and so is the next morning.
LB_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=lb-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
aws ec2 start-instances --instance-ids $LB_1 && aws ec2 wait instance-running --instance-ids $LB_1
